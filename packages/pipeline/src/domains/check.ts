import { judgeDomain, nextCheck, recordsOf, recordStatus, type StoredDomain } from "@sendex/core/domains";
import type { DomainIdentity } from "@sendex/core/ports";
import { presentWithRecords } from "@sendex/wire/domains";
import { type DomainCheck, dueAtOnce, dueDomains, recordCheck } from "@sendex/data/domains/rows";
import type { NewAccountEvent } from "@sendex/data/webhooks/record-events";
import { announce } from "../announce";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newAccountEvent } from "../webhooks/new-entry";
import { orBadGateway } from "./bad-gateway";
import { isBegun, tryToBegin } from "./identity";

/** Domains of one run: up to nine DNS look-ups each, and one SES call for all. */
const PAGE = 20;

/** Looks at the domains that are due; how many there were. */
export async function checkDueDomains(context: Context): Promise<number> {
  const due = await dueDomains(context.data, context.clock(), PAGE);
  await checkDomains(context, due);
  return due.length;
}

/**
 * Asks SES and DNS about domains, at most 100, and writes what they say; each as it stands afterwards, or undefined
 * where another changed it meanwhile.
 * @throws SendexError bad_gateway
 */
export async function checkDomains(
  context: Context,
  domains: StoredDomain[],
): Promise<(StoredDomain | undefined)[]> {
  if (domains.length === 0) return [];
  const names = domains.map(({ name }) => name);
  const identities = await orBadGateway(() => context.ports.identities.describe(names));
  return Promise.all(domains.map((domain) => checkOne(context, domain, identities.get(domain.name))));
}

/** SES refused a domain's mail as unverified: it is looked at now. */
export async function doubtDomain(context: Context, accountId: string, name: string): Promise<void> {
  await dueAtOnce(context.data, accountId, name, context.clock());
}

async function checkOne(
  context: Context,
  stored: StoredDomain,
  seen: DomainIdentity | undefined,
): Promise<StoredDomain | undefined> {
  const { region } = context.settings;
  // It was stored and not begun, or a late removal of its former owner's took its identity.
  const isLost = stored.status === "pending" && (!isBegun(stored) || (!seen && !stored.adopted));
  const domain = isLost ? await tryToBegin(context, stored) : stored;
  // What was seen before that is out of date.
  const identity = isLost ? undefined : seen;
  const known = { ...domain, ...factsOf(domain, identity) };
  const records = recordsOf(known, region);
  const found = await Promise.all(records.map(({ name, type }) => context.ports.lookupRecords(name, type)));
  const recordStatuses = records.map((record, i) => recordStatus(record, found[i]));
  const owner = records.findIndex(({ record }) => record === "Ownership");
  const owned = owner < 0 || recordStatuses[owner] === "verified";
  const now = context.clock();
  const status = judgeDomain({ status: domain.status, since: domain.begunAt, now, identity, owned });
  const verifiedAt = status === "verified" ? (domain.verifiedAt ?? now) : null;
  const checkAt = nextCheck(status, domain.begunAt, now, context.settings.retryTimeScale);
  const check = { ...factsOf(domain, identity), status, verifiedAt, recordStatuses, checkedAt: now, checkAt };
  const verified = status === "verified" && domain.status !== "verified";
  const written = await recordCheck(
    context.data,
    domain,
    check,
    verified ? verifiedEvent({ ...known, ...check }, region, now) : undefined,
  );
  if (!written) return undefined;
  if (status !== domain.status) await tell(context, written.domain);
  void emit(context, [domain.accountId], written.deliveries);
  return written.domain;
}

type Facts = Pick<DomainCheck, "verificationToken" | "dkimTokens" | "mailFrom">;

/** SES's word on a domain, where it has one, is newer than ours. */
function factsOf(domain: StoredDomain, identity: DomainIdentity | undefined): Facts {
  return {
    verificationToken: identity?.token ?? domain.verificationToken,
    dkimTokens: identity && identity.dkim.tokens.length > 0 ? identity.dkim.tokens : domain.dkimTokens,
    mailFrom: identity ? identity.mailFrom : domain.mailFrom,
  };
}

/** From the next request on, everywhere. */
async function tell(context: Context, { accountId, id, name, status }: StoredDomain): Promise<void> {
  await announce(context, accountId);
  context.log.info({ accountId, domainId: id, domain: name, status }, "a domain's status changed");
}

function verifiedEvent(domain: StoredDomain, region: string, now: Date): NewAccountEvent {
  const subject = { accountId: domain.accountId, subjectType: "domain", subjectId: domain.id } as const;
  return newAccountEvent(subject, "domain.verified", presentWithRecords(domain, region), now);
}
