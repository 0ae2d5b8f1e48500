import { describe, expect, it } from "@jest/globals";
import { healthOf } from "./health";
import { toLocalInput } from "./local-input";

describe("toLocalInput", () => {
  it("comes back as the same minute", () => {
    const at = Date.parse("2026-03-05T12:34:56.789Z");
    expect(new Date(toLocalInput(at)).toISOString()).toBe("2026-03-05T12:34:00.000Z");
  });
});

describe("healthOf", () => {
  it("is disabled whatever happened before", () => {
    expect(healthOf({ status: "disabled", failing_since: "2026-03-05T12:00:00.000Z" })).toBe("disabled");
  });

  it("fails where it takes nothing, else is well", () => {
    expect(healthOf({ status: "enabled", failing_since: "2026-03-05T12:00:00.000Z" })).toBe("failing");
    expect(healthOf({ status: "enabled", failing_since: null })).toBe("well");
  });
});
