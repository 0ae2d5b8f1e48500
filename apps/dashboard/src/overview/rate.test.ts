import { expect, it } from "@jest/globals";
import { moreUntilSuspended, placeOf } from "./rate";

it.each([
  [{ sent: 100, hurt: 3 }, 2],
  [{ sent: 100, hurt: 4 }, 1],
  [{ sent: 1000, hurt: 25 }, 16],
])("of %j it takes %i more to be above 4 %%", (counts, more) => {
  expect(moreUntilSuspended({ ...counts, suspend_at: 4 })).toBe(more);
});

it("has its place between the gauge's ends", () => {
  expect([0, 3, 4, 90].map((percent) => placeOf(percent, { suspend_at: 4 }))).toEqual([0, 0.5, 4 / 6, 1]);
});
