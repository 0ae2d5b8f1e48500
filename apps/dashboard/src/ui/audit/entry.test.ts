import { describe, expect, it } from "@jest/globals";
import { actOf, detailsOf, modeOf, readActor } from "./entry";
import { placeOf } from "./subject";

describe("an entry of the audit log", () => {
  it("names a person by her address, and others with what they are", () => {
    expect(readActor("user:ada@acme.example")).toEqual({ name: "ada@acme.example" });
    expect(readActor("operator:Ada: the first")).toEqual({ kind: "operator", name: "Ada: the first" });
    expect(readActor("cli:root")).toEqual({ kind: "cli", name: "root" });
    expect(readActor("owner")).toEqual({ kind: "owner", name: "" });
    expect(readActor("schedule")).toEqual({ kind: "sendex", name: "" });
  });

  it("has one sentence for an act on both surfaces", () => {
    expect(actOf("v1.templates.publish")).toBe("templates.publish");
    expect(actOf("templates.publish")).toBe("templates.publish");
  });

  it("tells what was decided, and leaves out what says nothing", () => {
    const detail = { mode: "live", role: "admin", note: null, evidence: {}, amount: 500 };
    expect(detailsOf(detail)).toEqual([
      ["role", "admin"],
      ["amount", "500"],
    ]);
  });

  it("marks what was done in the test world alone", () => {
    expect(modeOf({ mode: "test" })).toBe("test");
    expect(modeOf({ mode: "live" })).toBeUndefined();
    expect(modeOf({})).toBeUndefined();
  });

  it("leads to what it was done to, where there is a page of it", () => {
    expect(placeOf("msg_1")).toBe("/emails/msg_1");
    expect(placeOf("con_1")).toBe("/contacts/con_1");
    expect(placeOf("inv_1")).toBe("/settings/members");
    expect(placeOf("aud_1")).toBeUndefined();
    expect(placeOf("nothing")).toBeUndefined();
  });
});
