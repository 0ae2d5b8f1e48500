import { expect, it } from "@jest/globals";
import { evidenceOf } from "./evidence";

it("evidence is told fact by fact, without those that say nothing", () => {
  const evidence = { sent: 120, window_days: 15, signals: ["link.shortened", "brand"], label: null };
  expect(evidenceOf(evidence)).toEqual(["sent: 120", "window days: 15", "signals: link.shortened, brand"]);
  expect(evidenceOf({})).toEqual([]);
});
