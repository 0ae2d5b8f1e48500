import { describe, expect, it } from "@jest/globals";
import { relative } from "./format";

/** In the viewer's zone, whichever that is. */
const noon = (day: number, hour = 12) => new Date(2026, 2, day, hour).getTime();

describe("relative time", () => {
  it.each([
    [noon(5) + 5_000, "now"],
    [noon(5) + 40_000, "in 40 sec."],
    [noon(5) - 3 * 60_000, "3 min. ago"],
    [noon(5, 20), "in 8 hr."],
    [noon(6, 13), "tomorrow"],
    // 47 hours, and yet not tomorrow.
    [noon(7, 11), "in 2 days"],
    [noon(3, 13), "2 days ago"],
    [noon(4, 11), "yesterday"],
    [noon(20), "Mar 20, 2026"],
  ])("of %i is %j", (at, said) => {
    expect(relative(at, noon(5), "en-US")).toBe(said);
  });
});
