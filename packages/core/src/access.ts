import type { Mode } from "./accepting/message";

export const PERMISSIONS = ["send_only", "full"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** An API key as the request's caller: everything a check needs, nothing secret. */
export interface Caller {
  accountId: string;
  keyId: string;
  mode: Mode;
  permission: Permission;
  /** Sender domains this key may use; empty means every verified domain of the account. */
  domains: string[];
  /** Requests a UTC minute. Null: the service's default. */
  rateLimit: number | null;
  standing: "active" | "suspended";
}

/** What a key can do. */
export type Powers = Pick<Caller, "mode" | "permission" | "domains" | "rateLimit">;

/**
 * Whether one key has all that another has, so that its holder may make or change that one. A live key covers test keys
 * too. `defaultRate` is the limit of a key without one of its own.
 */
export function covers(own: Powers, other: Powers, defaultRate: number): boolean {
  return (
    (own.mode === "live" || other.mode === "test") &&
    (own.permission === "full" || other.permission === "send_only") &&
    coversScope(own.domains, other.domains) &&
    (other.rateLimit ?? defaultRate) <= (own.rateLimit ?? defaultRate)
  );
}

function coversScope(own: readonly string[], other: readonly string[]): boolean {
  return own.length === 0 || (other.length > 0 && other.every((domain) => own.includes(domain)));
}

/** What a route needs. Sending needs no more than a send_only key; everything else needs a full one. */
export type Need = "send" | "full";

export function permits(permission: Permission, need: Need): boolean {
  return permission === "full" || need === "send";
}

/** Whether a key may send from this domain. A scope names the domain itself, not its subdomains. */
export function inScope(domains: readonly string[], senderDomain: string): boolean {
  return domains.length === 0 || domains.includes(senderDomain.toLowerCase());
}

/** The first of these keys and templates whose mail is paused. */
export function pausedAmong(paused: readonly string[], sources: readonly string[]): string | undefined {
  return sources.find((source) => paused.includes(source));
}

/** A test key touches nothing at AWS, and domains live there. */
export function managesDomains(mode: Mode): boolean {
  return mode === "live";
}
