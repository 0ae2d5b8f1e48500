import { expect, test } from "@jest/globals";
import { contrastOf, lightenedOn, MIN_CONTRAST, readableOn } from "./contrast";

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  ["#777777", "#ffffff", 4.48],
  ["#767676", "#ffffff", 4.54],
  ["#1d4ed8", "#ffffff", 6.7],
])("%s on %s has a contrast of %d, either way round", (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 1);
  expect(contrastOf(other, one)).toBe(contrastOf(one, other));
});

test.each(["#1d4ed8", "#000000", "#facc15", "#7f1d1d", "#ffffff"])(
  "on %s there is always a colour that can be read, and in the dark it can be read itself",
  (color) => {
    expect(contrastOf(readableOn(color), color)).toBeGreaterThanOrEqual(MIN_CONTRAST);
    expect(contrastOf(lightenedOn(color, "#1a1b1e"), "#1a1b1e")).toBeGreaterThanOrEqual(MIN_CONTRAST);
  },
);
