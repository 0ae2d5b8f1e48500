import { type Caller, inScope, managesDomains, type Need, pausedAmong, permits } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import type { Tenant } from "@sendex/data/access/api-keys";

/** What a key may not do, in the words of both surfaces. The predicates are core's; each is asked here alone. */

/** @throws SendexError forbidden */
export function refuseWithoutPermission({ permission }: Caller, need: Need): void {
  if (!permits(permission, need)) throw new SendexError("forbidden", "This API key can only send emails.");
}

/** @throws SendexError account_suspended */
export function refuseSuspended({ standing }: Caller): void {
  if (standing === "suspended") throw suspended();
}

export function suspended(): SendexError {
  return new SendexError(
    "account_suspended",
    "This account is suspended. GET /api/v1/account, and the dashboard, show the reason and how to appeal.",
  );
}

/**
 * Refuses mail of a key or template that is paused. A hint that is out of date lets mail in; the claim then holds it back.
 * @throws SendexError forbidden
 */
export function refusePaused({ pausedSources }: Tenant, sources: readonly string[]): void {
  const paused = pausedAmong(pausedSources, sources);
  if (paused === undefined) return;
  throw new SendexError(
    "forbidden",
    `${paused} is paused, because too much of its mail bounced. GET /api/v1/account shows why; resume it once that is mended.`,
  );
}

/** Why the key may not send from the domain; undefined: it may. */
export function outOfScope({ domains }: Caller, senderDomain: string): SendexError | undefined {
  if (inScope(domains, senderDomain)) return undefined;
  return new SendexError("forbidden", `This API key may not send from ${senderDomain}.`);
}

/** @throws SendexError forbidden, where a key that is bound to domains asks for another */
export function refuseOtherDomain({ domains }: Caller, name: string): void {
  if (!inScope(domains, name))
    throw new SendexError("forbidden", "This domain is not in the scope of this API key.");
}

/** @throws SendexError forbidden, for a test key */
export function refuseManagingDomains({ mode }: Caller): void {
  if (!managesDomains(mode)) throw new SendexError("forbidden", "Domains are managed with a live API key.");
}
