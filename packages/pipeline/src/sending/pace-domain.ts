import { setTimeout as sleep } from "node:timers/promises";
import { domainOf, parseDomain } from "@sendex/core/accepting/address";
import type { Priority } from "@sendex/core/accepting/message";
import type { ClaimRequest } from "@sendex/data/sending/recipient-key";
import type { Context } from "../context";
import type { DomainLimits } from "./domain-limits";
import { waitForPace } from "./put-back";

/**
 * Holds a recipient back while its domain takes mail more slowly than we have it. Before the claim: one that waits
 * makes no attempt. Resolves to whether it may be sent now; a wait of a moment is waited here.
 */
export async function paceDomain(
  context: Context,
  limits: DomainLimits,
  request: ClaimRequest,
  priority: Priority,
): Promise<boolean> {
  if (limits.none()) return true;
  const destination = await context.batches.findDestination(request);
  if (!destination) return true;
  const domain = parseDomain(domainOf(destination.address));
  const limit = domain === undefined ? undefined : limits.of(destination.route, domain);
  if (!limit) return true;
  const slot = await context.domains.reserve(destination.route, limit, priority);
  if (slot.reserved) {
    if (slot.waitMs > 0) await sleep(slot.waitMs);
    return true;
  }
  if (slot.away) return true;
  const { perSecond } = limit;
  await waitForPace(context, request, slot.waitMs, { limit: "domain", domain: limit.domain, perSecond });
  return false;
}
