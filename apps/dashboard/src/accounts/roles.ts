import { type Role, ROLES } from "../session/session";

/**
 * The roles that a member may give, or take away: an owner any, an admin all but an owner's. Source:
 * packages/core/src/people/roles.ts; the API decides.
 */
export function assignable(own: Role): Role[] {
  if (own === "owner") return [...ROLES];
  return own === "admin" ? ROLES.filter((role) => role !== "owner") : [];
}

/** Why a member's role stays as it is. */
export type Fixed = "not_allowed" | "last_owner";

export function whyFixed(own: Role, role: Role, owners: number): Fixed | undefined {
  if (!assignable(own).includes(role)) return "not_allowed";
  return role === "owner" && owners <= 1 ? "last_owner" : undefined;
}
