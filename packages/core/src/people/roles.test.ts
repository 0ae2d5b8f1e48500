import { describe, expect, it } from "@jest/globals";
import { isAtLeast, leastRoleFor, mayAssign, type Role, ROLES, whyNotChange } from "./roles";

describe("roles", () => {
  it("stand in order: each may what those below it may", () => {
    for (const [i, role] of ROLES.entries())
      for (const [k, least] of ROLES.entries()) expect(isAtLeast(role, least)).toBe(i <= k);
  });

  it("let a viewer read and a developer write, unless a route says otherwise", () => {
    expect(["GET", "HEAD"].map(leastRoleFor)).toEqual(["viewer", "viewer"]);
    expect(["POST", "PATCH", "DELETE", "PUT"].map(leastRoleFor)).toEqual(Array(4).fill("developer"));
  });

  it.each<[Role, Role[]]>([
    ["owner", ["owner", "admin", "developer", "viewer"]],
    ["admin", ["admin", "developer", "viewer"]],
    ["developer", []],
    ["viewer", []],
  ])("an %s assigns %j", (role, assigned) => {
    expect(ROLES.filter((other) => mayAssign(role, other))).toEqual(assigned);
  });
});

describe("changing a member", () => {
  it("needs both the role that was and the one that will be", () => {
    expect(whyNotChange("admin", { role: "owner", to: "viewer", owners: 2 })).toBe("not_allowed");
    expect(whyNotChange("admin", { role: "viewer", to: "owner", owners: 2 })).toBe("not_allowed");
    expect(whyNotChange("developer", { role: "viewer", to: null, owners: 1 })).toBe("not_allowed");
    expect(whyNotChange("admin", { role: "admin", to: "viewer", owners: 1 })).toBeUndefined();
    expect(whyNotChange("owner", { role: "viewer", to: "owner", owners: 1 })).toBeUndefined();
  });

  it("leaves an account an owner", () => {
    for (const to of [null, "admin"] as const) {
      expect(whyNotChange("owner", { role: "owner", to, owners: 1 })).toBe("last_owner");
      expect(whyNotChange("owner", { role: "owner", to, owners: 2 })).toBeUndefined();
    }
    expect(whyNotChange("owner", { role: "owner", to: "owner", owners: 1 })).toBeUndefined();
  });
});
