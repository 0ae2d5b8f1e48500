import type { StoredDomain } from "@sendex/core/domains";
import { SendexError } from "@sendex/core/error";
import * as rows from "@sendex/data/domains";
import { checkDomains } from "./check";
import { announce } from "../announce";
import type { Context } from "../context";
import { orBadGateway } from "./bad-gateway";

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
  const begun = await begin(context, domain);
  const [checked] = await checkDomains(context, [begun]);
  // Another look at the same time came first, and what it wrote is as good.
  return checked ?? getDomain(context, domain.accountId, domain.id);
}

async function begin(context: Context, domain: StoredDomain): Promise<StoredDomain> {
  const known = domain.verificationToken !== null && domain.dkimTokens.length > 0;
  if (known && domain.status !== "failed") return domain;
  const { token, dkimTokens } = await orBadGateway(() => context.ports.identities.begin(domain.name));
  const begun = await rows.beginDomain(context.data, domain, {
    verificationToken: token,
    dkimTokens,
    begunAt: context.clock(),
    status: domain.status === "failed" ? "pending" : domain.status,
  });
  if (!begun) throw noDomain();
  return begun;
}

/**
 * Forgets a domain, here and at SES; mail that still waits then fails.
 * @throws SendexError not_found, bad_gateway
 */
export async function deleteDomain(context: Context, domain: StoredDomain): Promise<void> {
  const { accountId, id, name, adopted } = domain;
  if (!adopted) await orBadGateway(() => context.ports.identities.remove(name));
  if (!(await rows.deleteDomain(context.data, accountId, id))) throw noDomain();
  await announce(context, accountId);
}

function noDomain(): SendexError {
  return new SendexError("not_found", "There is no such domain.");
}
