import type { Mode } from "./accepting/message";
import type { Role } from "./people/roles";

export const PERMISSIONS = ["send_only", "full"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who calls, an API key or a person of the account: everything a check needs, nothing secret. */
export interface Caller {
  accountId: string;
  /** A person's is the user's id: limits, pauses, messages and logs know the caller by it. */
  keyId: string;
  /** Absent: a key calls. A person may do all that the role may: neither mode nor scope nor permission bounds it. */
  person?: Person;
  mode: Mode;
  permission: Permission;
  /** Sender domains this key may use; empty means every verified domain of the account. */
  domains: string[];
  /** Requests a UTC minute. Null: the service's default. */
  rateLimit: number | null;
  standing: "active" | "suspended";
}

/** A member of the account, who calls by a session. */
export interface Person {
  userId: string;
  email: string;
  role: Role;
}

/** What a key can do. */
export type Powers = Pick<Caller, "mode" | "permission" | "domains" | "rateLimit">;

/**
 * Whether a caller has all that a key has, and so may make or change that one. A live key covers test keys too.
 * `defaultRate` is the limit of a key without one of its own.
 */
export function covers(own: Powers & Pick<Caller, "person">, other: Powers, defaultRate: number): boolean {
  return (
    (own.mode === "live" || own.person !== undefined || other.mode === "test") &&
    (own.permission === "full" || other.permission === "send_only") &&
    coversScope(own.domains, other.domains) &&
    (other.rateLimit ?? defaultRate) <= (own.rateLimit ?? defaultRate)
  );
}

function coversScope(own: readonly string[], other: readonly string[]): boolean {
  return own.length === 0 || (other.length > 0 && other.every((domain) => own.includes(domain)));
}

/**
 * What a route needs of a key. Sending needs no more than a send_only one; what is about people takes a person; everything
 * else needs a full one.
 */
export type Need = "send" | "full" | "person";

export function permits({ permission, person }: Pick<Caller, "permission" | "person">, need: Need): boolean {
  if (need === "person") return person !== undefined;
  return permission === "full" || need === "send";
}

/** Whether a caller stands for the whole account, and not for some of its domains or for test mail alone. */
export function isOfWholeAccount({
  domains,
  mode,
  person,
}: Pick<Caller, "domains" | "mode" | "person">): boolean {
  return person !== undefined || (domains.length === 0 && mode === "live");
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
export function managesDomains({ mode, person }: Pick<Caller, "mode" | "person">): boolean {
  return mode === "live" || person !== undefined;
}
