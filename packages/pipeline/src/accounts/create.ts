import type { Mode } from "@sendex/core/accepting/message";
import type { Permission } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { hashApiKey, newApiKey, newId } from "@sendex/crypto/token";
import { createAccount as createRow } from "@sendex/data/accounts/accounts";
import { createApiKey, type NewApiKey } from "@sendex/data/access/api-keys";
import { writeAudit } from "@sendex/data/access/audit";
import { recordsTransaction } from "@sendex/data/database/transaction";
import { createDomain } from "@sendex/data/domains/rows";
import { actOf, recordAct } from "../access/act";
import type { Context } from "../context";
import { addStarterTemplate } from "../templates/starter";

export interface NewTenant {
  email: string;
  /** Lower-case ASCII; taken as verified: who calls this vouches for it. */
  domain: string;
  /** The operator. */
  by?: string;
}

export interface CreatedTenant {
  account: { id: string; email: string };
  apiKeys: { full: string; sendOnly: string };
  domain: string;
}

/** A domain that needs no proof. */
const VOUCHED = {
  ownershipToken: null,
  verificationToken: null,
  dkimTokens: [],
  mailFrom: null,
  adopted: true,
  checkAt: null,
};

/**
 * An account with a verified domain, a default sender, a template to begin with (`otp-code`) and one key of each
 * permission, in one transaction. The keys are shown only here.
 * @throws SendexError unprocessable_entity where the domain is in use
 */
export async function createAccount(
  context: Context,
  { email, domain, by }: NewTenant,
): Promise<CreatedTenant> {
  const createdAt = context.clock();
  const id = newId("acc", createdAt);
  const account = {
    id,
    email,
    defaultFrom: `hello@${domain}`,
    dataKey: context.sealer.newDataKey(id),
    createdAt,
  };
  const full = newKey(context, { accountId: id, permission: "full", name: "full" });
  const sendOnly = newKey(context, { accountId: id, permission: "send_only", name: "send only" });
  await recordsTransaction(context.data, async (records) => {
    await createRow(records, account);
    const times = { verifiedAt: createdAt, createdAt };
    const name = { accountId: id, id: newId("dom", createdAt), name: domain };
    if (!(await createDomain(records, { ...name, ...VOUCHED, ...times })))
      throw new SendexError("unprocessable_entity", `${domain} is in use by an account.`);
    await addStarterTemplate(records, id, createdAt);
    for (const { row } of [full, sendOnly]) await createApiKey(records, row);
    if (by !== undefined) await writeAudit(records, actOf(createdAt, by, "account.create", id, {}));
  });
  return { account: { id, email }, apiKeys: { full: full.key, sendOnly: sendOnly.key }, domain };
}

export interface NewKey {
  accountId: string;
  permission: Permission;
  name: string;
  mode?: Mode;
  /** Sender domains it may use; none: all of the account's. */
  domains?: string[];
  rateLimit?: number;
}

/** A key, shown only here: what is stored cannot be turned back into it. `by`: the operator who makes it. */
export async function createKey(
  context: Context,
  input: NewKey,
  by?: string,
): Promise<{ id: string; key: string }> {
  const { key, row } = newKey(context, input);
  const { accountId, id, mode, permission, createdAt } = row;
  await recordAct(
    context.data,
    by,
    (records) => createApiKey(records, row),
    (operator) => actOf(createdAt, operator, "key.create", accountId, { mode, permission }, id),
  );
  return { id, key };
}

function newKey(
  { clock, settings }: Context,
  { mode = "live", domains = [], rateLimit, ...input }: NewKey,
): { key: string; row: NewApiKey } {
  const createdAt = clock();
  const key = newApiKey(mode);
  const hash = hashApiKey(key, settings.keyPepper);
  const own = { id: newId("key", createdAt), hash, hint: key.slice(-4), createdAt };
  return { key, row: { ...input, ...own, mode, domains, rateLimit: rateLimit ?? null } };
}
