/**
 * Who may do what, as conditions of statements: each is given the name of a table's rows. What a key may do beyond
 * them (mode, permission, domains, rate) is decided by core/access.ts, from the caller that `findTenant` reads.
 */

/** Of api_keys or operators: their holder may call. */
export function isInForce(key: string): string {
  return `${key}.revoked_at IS NULL`;
}

/** Of an account and whoever is no key of it: a user who is a member. */
export function isMember(accountId: string, userId: string): string {
  return `EXISTS (SELECT FROM members WHERE account_id = ${accountId} AND user_id = ${userId})`;
}

/** Of accounts: its mail is accepted and sent. */
export function inGoodStanding(account: string): string {
  return `${account}.standing = 'active'`;
}

/** Of domains: mail may be sent from it. */
export function isVerified(domain: string): string {
  return `${domain}.status = 'verified'`;
}

/** Of messages and their accounts: the key, the template or the broadcast that it came by is paused. `pausedAmong` says it at accept. */
export function isSourcePaused(message: string, account: string): string {
  return `(${message}.template_id = ANY (${account}.paused_sources) OR ${message}.key_id = ANY (${account}.paused_sources)
    OR ${isBroadcastPaused(message, account)})`;
}

/** The same of its broadcast alone. */
export function isBroadcastPaused(message: string, account: string): string {
  return `${message}.broadcast_id = ANY (${account}.paused_sources)`;
}

/** The same for Prisma. */
export const IN_FORCE = { revokedAt: null } as const;
export const ACTIVE = { standing: "active" } as const;
