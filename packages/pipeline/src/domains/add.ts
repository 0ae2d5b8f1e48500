import { randomBytes } from "node:crypto";
import { MAX_DOMAINS, nextCheck, readDomainName, type StoredDomain } from "@sendex/core/domains";
import { invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { countDomains, createDomain, findNameHolder, releaseName } from "@sendex/data/domains/rows";
import { actOf, recordAct } from "../access/act";
import type { Context } from "../context";
import { foreignIdentity, removalDueAt, tryToBegin } from "./identity";

/** Of the ownership record's name: a guess must not be worth a try. */
const TOKEN_BYTES = 12;

/**
 * Stores a domain for an account and then has SES verify it; where SES fails at that, `checkDueDomains` goes on, and the
 * domain is pending without SES's tokens until then. A name belongs to the account that asks first; only an account
 * that can publish its records can use it. `by`: the operator who does it for the owner.
 * @throws SendexError bad_request for a name that is no domain, is taken, or is one too many; bad_gateway
 */
export async function addDomain(
  context: Context,
  accountId: string,
  input: { name: string; returnPath: string },
  by?: string,
): Promise<StoredDomain> {
  const name = readDomainName(input.name);
  if (name === undefined) throw badName("format", "name must be a domain name, such as mail.example.com.");
  await checkFree(context, accountId, name);
  const foreign = await foreignIdentity(context, name);
  const createdAt = context.clock();
  const row = {
    accountId,
    id: newId("dom", createdAt),
    name,
    adopted: foreign !== undefined,
    verificationToken: null,
    dkimTokens: [],
    mailFrom: foreign ? foreign.mailFrom : `${input.returnPath}.${name}`,
    ownershipToken: randomBytes(TOKEN_BYTES).toString("hex"),
    createdAt,
    verifiedAt: null,
    checkAt: nextCheck("pending", createdAt, createdAt, context.settings.retryTimeScale),
  };
  const domain = await recordAct(
    context.data,
    by,
    (records) => createDomain(records, row),
    (operator, made) => made && actOf(createdAt, operator, "domain.add", accountId, {}, made.id),
  );
  if (!domain) throw taken(name);
  return tryToBegin(context, domain);
}

/** Before anything is asked of SES: a name of another account is none of the caller's business there. */
async function checkFree(context: Context, accountId: string, name: string): Promise<void> {
  // Who could not publish its records in 72 hours must not keep it from who can.
  await releaseName(context.data, name, accountId, removalDueAt(context));
  const [holder, count] = await Promise.all([
    findNameHolder(context.data, name),
    countDomains(context.data, accountId),
  ]);
  if (holder === accountId)
    throw badName("taken", `This account has ${name} already: read it for its records.`);
  if (holder !== undefined) throw taken(name);
  if (count >= MAX_DOMAINS)
    throw new SendexError("bad_request", `An account has at most ${MAX_DOMAINS} domains.`);
}

function taken(name: string): SendexError {
  return badName("taken", `${name} cannot be added: it is in use.`);
}

function badName(code: string, message: string): SendexError {
  return invalidFields([{ field: "name", code, message }]);
}
