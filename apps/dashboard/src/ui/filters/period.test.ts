import { describe, expect, it } from "@jest/globals";
import { presetOf, presetPeriod } from "./period";

const today = new Date(2026, 2, 1, 13);

describe("presetPeriod", () => {
  it("takes yesterday across the end of a month", () => {
    expect(presetPeriod("yesterday", today)).toEqual({ from: "2026-02-28", to: "2026-02-28" });
  });

  it("counts today among the seven days", () => {
    expect(presetPeriod("week", today)).toEqual({ from: "2026-02-23", to: "2026-03-01" });
  });
});

describe("presetOf", () => {
  it("knows a preset by its days", () => {
    expect(presetOf({ from: "2026-02-28", to: "2026-02-28" }, today)).toBe("yesterday");
  });

  it("knows none in other days", () => {
    expect(presetOf({ from: "2026-02-01" }, today)).toBeUndefined();
  });
});
