import type { Mode } from "@sendex/core/accepting/message";
import type { Permission } from "@sendex/core/access";
import { hashApiKey, newApiKey, newId } from "@sendex/crypto/token";
import { createAccount as createRow } from "@sendex/data/accounts/accounts";
import { createApiKey } from "@sendex/data/access/api-keys";
import { createDomain } from "@sendex/data/domains";
import type { Context } from "../context";
import { addStarterTemplate } from "../templates/starter";

export interface NewTenant {
  email: string;
  /** Lower-case ASCII; taken as verified: who calls this vouches for it. */
  domain: string;
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
 * permission. The keys are shown only here.
 */
export async function createAccount(context: Context, { email, domain }: NewTenant): Promise<CreatedTenant> {
  const createdAt = context.clock();
  const id = newId("acc", createdAt);
  const defaultFrom = `hello@${domain}`;
  await createRow(context.data, {
    id,
    email,
    defaultFrom,
    dataKey: context.sealer.newDataKey(id),
    createdAt,
  });
  await createDomain(context.data, {
    accountId: id,
    id: newId("dom", createdAt),
    name: domain,
    ...VOUCHED,
    verifiedAt: createdAt,
    createdAt,
  });
  await addStarterTemplate(context, id, createdAt);
  const [full, sendOnly] = await Promise.all([
    createKey(context, { accountId: id, permission: "full", name: "full" }),
    createKey(context, { accountId: id, permission: "send_only", name: "send only" }),
  ]);
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

/** A key, shown only here: what is stored cannot be turned back into it. */
export async function createKey(context: Context, input: NewKey): Promise<{ id: string; key: string }> {
  const { accountId, permission, name, mode = "live", domains = [], rateLimit = null } = input;
  const createdAt = context.clock();
  const id = newId("key", createdAt);
  const key = newApiKey(mode);
  const hash = hashApiKey(key, context.settings.keyPepper);
  await createApiKey(context.data, {
    accountId,
    id,
    name,
    hash,
    hint: key.slice(-4),
    mode,
    permission,
    domains,
    rateLimit,
    createdAt,
  });
  return { id, key };
}
