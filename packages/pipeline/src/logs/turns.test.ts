import { expect, it } from "@jest/globals";
import { openTurns } from "./turns";

it("gives each caller one turn a minute", () => {
  let now = new Date("2026-03-05T12:00:10.000Z");
  const isFirst = openTurns(() => now);
  expect([isFirst("a"), isFirst("a"), isFirst("b")]).toEqual([true, false, true]);
  now = new Date("2026-03-05T12:01:00.000Z");
  expect([isFirst("a"), isFirst("a")]).toEqual([true, false]);
});
