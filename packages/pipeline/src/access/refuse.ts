import {
  type Caller,
  inScope,
  isOfWholeAccount,
  managesDomains,
  type Need,
  pausedAmong,
  permits,
} from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { isAtLeast, type Role } from "@sendex/core/people/roles";
import type { Tenant } from "@sendex/data/access/api-keys";

/** What a caller may not do, in the words of both surfaces. The predicates are core's; each is asked here alone. */

/** @throws SendexError forbidden */
export function refuseWithoutPermission(caller: Caller, need: Need): void {
  if (permits(caller, need)) return;
  if (need === "person" && caller.permission === "full")
    throw new SendexError("forbidden", "This takes a person who is signed in; no API key will do.");
  throw new SendexError("forbidden", "This API key can only send emails.");
}

/** @throws SendexError forbidden, where a person's role is less than the least that it takes */
export function refuseBelowRole(role: Role, least: Role): void {
  if (isAtLeast(role, least)) return;
  throw new SendexError("forbidden", `Your role in this account is ${role}; this takes ${least} or more.`);
}

/** @throws SendexError forbidden: a key for some domains, or for test mail, decides nothing about all the rest */
export function refusePartOfAccount(caller: Caller): void {
  if (isOfWholeAccount(caller)) return;
  throw new SendexError(
    "forbidden",
    "This takes a live API key that is good for every domain of the account.",
  );
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
export function refuseManagingDomains(caller: Caller): void {
  if (!managesDomains(caller)) throw new SendexError("forbidden", "Domains are managed with a live API key.");
}
