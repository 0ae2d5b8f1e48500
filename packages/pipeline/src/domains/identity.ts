import type { StoredDomain } from "@sendex/core/domains";
import { SendexError } from "@sendex/core/error";
import type { DomainIdentity } from "@sendex/core/ports";
import { scaled } from "@sendex/core/sending/ladder";
import { beginDomain } from "@sendex/data/domains/rows";
import {
  askRemoval,
  claimRemovals,
  endRemoval,
  isRemovalAsked,
} from "@sendex/data/domains/identity-removals";
import type { Context } from "../context";
import { orBadGateway } from "./bad-gateway";

/** Of one run: SES takes about one such call a second. */
const REMOVALS = 2;
/** Who deletes a domain has removed its identity by then, or never will. */
const RETRY_MS = 60_000;

/**
 * What SES has under a name that no deleted domain of ours left there: it may serve others in this SES account.
 * @throws SendexError bad_gateway
 */
export async function foreignIdentity(context: Context, name: string): Promise<DomainIdentity | undefined> {
  // Asked first: a removal that ends in between leaves nothing to be seen at SES.
  const isOurs = await isRemovalAsked(context.data, name);
  const found = (await orBadGateway(() => context.ports.identities.describe([name]))).get(name);
  return isOurs ? undefined : found;
}

/** Whether SES was asked to verify a domain, and everything it said is stored. */
export function isBegun({ verificationToken, dkimTokens }: StoredDomain): boolean {
  return verificationToken !== null && dkimTokens.length > 0;
}

/**
 * Has SES verify a stored domain, or start over, and stores its tokens last: without them it is to be begun again.
 * @throws SendexError bad_gateway; not_found where it was deleted meanwhile
 */
export async function beginAtSes(context: Context, domain: StoredDomain): Promise<StoredDomain> {
  const { data, clock, ports } = context;
  const { name, adopted, mailFrom, status } = domain;
  const { token, dkimTokens } = await orBadGateway(async () => {
    const tokens = await ports.identities.begin(name);
    if (!adopted && mailFrom !== null) await ports.identities.setMailFrom(name, mailFrom);
    return tokens;
  });
  const anew = status === "failed" ? ({ status: "pending", begunAt: clock() } as const) : {};
  const begun = await beginDomain(data, domain, { verificationToken: token, dkimTokens, ...anew });
  if (begun) return begun;
  // Its removal at SES may have come before this made it again.
  if (!adopted) await askRemoval(data, name, clock());
  throw noDomain();
}

/** The same; where it fails, the domain as it was, which the next check begins again. */
export async function tryToBegin(context: Context, domain: StoredDomain): Promise<StoredDomain> {
  try {
    return await beginAtSes(context, domain);
  } catch (error) {
    const { accountId, id: domainId, name } = domain;
    context.log.warn(
      { err: error, accountId, domainId, domain: name },
      "a domain's verification could not be begun at SES; it is tried again later",
    );
    return domain;
  }
}

/** When the scheduler removes an identity that whoever was about to has not removed. */
export function removalDueAt({ clock, settings }: Context): Date {
  return new Date(clock().getTime() + scaled(RETRY_MS, settings.retryTimeScale));
}

/** Removes at SES what deleted domains left there. */
export async function removeLeftIdentities(context: Context): Promise<void> {
  const dueAt = removalDueAt(context);
  const names = await claimRemovals(context.data, context.clock(), dueAt, REMOVALS);
  for (const name of names) await removeAtSes(context, name, dueAt);
}

/** Removes the identity of a domain that is deleted here; where SES fails, it is due again at `dueAt`. */
export async function removeAtSes(context: Context, name: string, dueAt: Date): Promise<void> {
  try {
    await context.ports.identities.remove(name);
  } catch (error) {
    context.log.warn(
      { err: error, domain: name, dueAt },
      "SES did not remove a domain; it is asked again later",
    );
    return;
  }
  await endRemoval(context.data, name, dueAt);
}

export function noDomain(): SendexError {
  return new SendexError("not_found", "There is no such domain.");
}
