import { describe, expect, it } from "@jest/globals";
import { CALM_MS, backOff, deathsInARow } from "./back-off";

describe("backOff", () => {
  it("doubles from a quarter of a second to ten seconds", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map(backOff)).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000,
    ]);
  });
});

describe("deathsInARow", () => {
  it("counts on while a process keeps dying early", () => {
    expect(deathsInARow(3, CALM_MS - 1)).toBe(4);
  });

  it("begins anew after a calm minute", () => {
    expect(deathsInARow(3, CALM_MS)).toBe(1);
  });
});
