/** What a person may do in an account, from the most to the least. */
export const ROLES = ["owner", "admin", "developer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role may all that another may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(least);
}

/** The least role for a request whose route asks for none: a viewer reads, a developer also changes. */
export function leastRoleFor(method: string): Role {
  return method === "GET" || method === "HEAD" ? "viewer" : "developer";
}

/** Whether a member may give this role, or take it away: an owner any, an admin all but an owner's. */
export function mayAssign(own: Role, other: Role): boolean {
  return own === "owner" || (own === "admin" && other !== "owner");
}

/** Why a member cannot get another role (null: be removed) by another; undefined: it may be done. */
export function whyNotChange(
  by: Role,
  { role, to, owners }: { role: Role; to: Role | null; owners: number },
): "not_allowed" | "last_owner" | undefined {
  if (!mayAssign(by, role) || (to !== null && !mayAssign(by, to))) return "not_allowed";
  return role === "owner" && to !== "owner" && owners <= 1 ? "last_owner" : undefined;
}
