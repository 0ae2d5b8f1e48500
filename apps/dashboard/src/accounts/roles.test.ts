import { describe, expect, it } from "@jest/globals";
import { assignable, whyFixed } from "./roles";

describe("a member's role", () => {
  it("is an owner's to give, whichever it is, and an admin's but for the owners", () => {
    expect(assignable("owner")).toEqual(["viewer", "developer", "admin", "owner"]);
    expect(assignable("admin")).toEqual(["viewer", "developer", "admin"]);
    expect(assignable("developer")).toEqual([]);
  });

  it("stays where it is the last owner's, or not the viewer's to change", () => {
    expect(whyFixed("owner", "owner", 1)).toBe("last_owner");
    expect(whyFixed("owner", "owner", 2)).toBeUndefined();
    expect(whyFixed("admin", "owner", 2)).toBe("not_allowed");
    expect(whyFixed("developer", "viewer", 1)).toBe("not_allowed");
    expect(whyFixed("admin", "admin", 1)).toBeUndefined();
  });
});
