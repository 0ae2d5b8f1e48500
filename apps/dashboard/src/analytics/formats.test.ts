import { describe, expect, it } from "@jest/globals";
import { delay, rate, said, saidChange } from "./formats";

it.each([
  [0, "0%"],
  [0.08, "0.08%"],
  [0.5, "0.5%"],
  [1.26, "1.3%"],
  [98.25, "98.3%"],
  [99.43, "99.4%"],
  [99.98, "99.98%"],
  [100, "100%"],
])("a rate of %d is %j", (share, text) => {
  expect(rate(share, "en")).toBe(text);
});

it.each([
  [850, "850 ms"],
  [2_140, "2.1 sec"],
  [42_000, "42 sec"],
  [90_000, "1.5 min"],
  [7_200_000, "2 hr"],
  [100_000_000, "1.2 days"],
])("a delay of %i ms is %j", (ms, text) => {
  expect(delay(ms, "en")).toBe(text);
});

it("writes each metric in its way, and a dash where there is none", () => {
  expect(said("sent", 1_204, "en")).toBe("1,204");
  expect(said("open_rate", null, "en")).toBe("–");
  expect(said("delay_p50", 2_000, "ja")).toContain("2");
});

describe("a difference", () => {
  it.each([
    [12.4, "+12%"],
    [-3.1, "-3.1%"],
    [0, "0%"],
    [1_900, "+1,900%"],
  ])("of %d percent is %j", (by, text) => {
    expect(saidChange({ by, unit: "percent", meaning: "neither" }, "en")).toBe(text);
  });

  it("of points has no unit", () => {
    expect(saidChange({ by: -0.25, unit: "points", meaning: "better" }, "en")).toBe("-0.25");
  });
});
