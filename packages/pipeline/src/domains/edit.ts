import type { StoredDomain } from "@sendex/core/domains";
import * as rows from "@sendex/data/domains/rows";
import { checkDomains } from "./check";
import { announce } from "../announce";
import type { Context } from "../context";
import { beginAtSes, isBegun, noDomain, removalDueAt, removeAtSes } from "./identity";

export async function listDomains(
  context: Context,
  accountId: string,
  page: rows.DomainPage,
): Promise<{ data: StoredDomain[]; hasMore: boolean }> {
  return rows.listDomains(context.data, accountId, page);
}

/** @throws SendexError not_found */
export async function getDomain(
  context: Context,
  accountId: string,
  idOrName: string,
): Promise<StoredDomain> {
  const domain = await rows.findDomain(context.data, accountId, idOrName);
  if (!domain) throw noDomain();
  return domain;
}

/** SES answers about one such question a second, for all accounts together. */
const LOOK_GAP_MS = 2_000;

/**
 * Looks at a domain now, unless that was done a moment ago; one that failed, or that SES was not asked about, is begun anew.
 * @throws SendexError bad_gateway
 */
export async function verifyDomain(context: Context, domain: StoredDomain): Promise<StoredDomain> {
  const { checkedAt } = domain;
  if (checkedAt && context.clock().getTime() - checkedAt.getTime() < LOOK_GAP_MS) return domain;
  const begun = isBegun(domain) && domain.status !== "failed" ? domain : await beginAtSes(context, domain);
  const [checked] = await checkDomains(context, [begun]);
  // Another look at the same time came first, and what it wrote is as good.
  return checked ?? getDomain(context, domain.accountId, domain.id);
}

/**
 * Forgets a domain, here and then at SES, where the scheduler goes on if this cannot; mail that still waits then fails.
 * @throws SendexError not_found
 */
export async function deleteDomain(context: Context, domain: StoredDomain): Promise<void> {
  const { accountId, id, name, adopted } = domain;
  const dueAt = removalDueAt(context);
  if (!(await rows.deleteDomain(context.data, accountId, id, dueAt))) throw noDomain();
  await announce(context, accountId);
  if (!adopted) await removeAtSes(context, name, dueAt);
}
