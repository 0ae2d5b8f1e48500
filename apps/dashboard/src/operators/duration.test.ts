import { expect, it } from "@jest/globals";
import { duration } from "./duration";

it("a time is told by its largest unit", () => {
  expect([0, 0.4, 59, 60, 7_300, 200_000].map((seconds) => duration(seconds, "en"))).toEqual([
    "0 sec",
    "0 sec",
    "59 sec",
    "1 min",
    "2 hr",
    "2 days",
  ]);
});
