import { domainOf, parseDomain } from "@sendex/core/accepting/address";
import { paceSign } from "@sendex/core/sending/domain-pace";
import { type Route, ROUTES } from "@sendex/core/accepting/message";
import type { ReportItem } from "@sendex/core/reports/items";
import type { DomainSigns } from "@sendex/queue/domain-paces";
import type { Context } from "../context";

/** A report that moved a recipient on, and where its mail went. */
export interface HeardOf {
  route: Route;
  address: string;
  item: ReportItem;
}

/**
 * Updates the domains' paces by what their servers said. Runs after the commit, so that each report counts once. Never
 * rejects.
 */
export async function learnDomains(context: Context, heard: HeardOf[]): Promise<void> {
  const at = context.clock();
  await Promise.all(ROUTES.map((route) => context.domains.learn(route, signsOf(route, heard), at)));
}

function signsOf(route: Route, heard: HeardOf[]): DomainSigns[] {
  const signs = new Map<string, DomainSigns>();
  for (const { address, item, route: own } of heard) {
    const sign = paceSign(item);
    const domain = parseDomain(domainOf(address));
    if (own !== route || sign === undefined || domain === undefined) continue;
    const known = signs.get(domain) ?? { domain, taken: 0, deferred: 0 };
    known[sign] += 1;
    signs.set(domain, known);
  }
  return [...signs.values()];
}
