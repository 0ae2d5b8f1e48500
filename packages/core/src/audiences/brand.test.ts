import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { BRAND_COLOR, contrast, logoType, textOn } from "./brand";

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("text on a colour", () => {
  test("is black or white, whichever can be read: 4.5 to 1 at least, on any colour", () => {
    fc.assert(
      fc.property(color, (on) => {
        expect(on).toMatch(BRAND_COLOR);
        const text = textOn(on);
        const other = text === "#000000" ? "#ffffff" : "#000000";
        expect(contrast(text, on)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(text, on)).toBeGreaterThanOrEqual(contrast(other, on));
      }),
      { numRuns: 2_000 },
    );
  });

  test("has the ratios that WCAG's own examples have", () => {
    expect(contrast("#000000", "#ffffff")).toBe(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#0000ff", "#ffffff")).toBeCloseTo(8.59, 2);
    expect(contrast("#abcdef", "#ABCDEF")).toBe(1);
  });
});

describe("a logo", () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each([
    ["\x89PNG\r\n\x1a\nx", "image/png"],
    ["\xff\xd8\xff\xe0", "image/jpeg"],
    ["GIF89a...", "image/gif"],
    ["RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"],
    ["RIFF\x01\x02\x03\x04WAVE", undefined],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", undefined],
    ["<!doctype html>", undefined],
    ["", undefined],
  ])("is known by its bytes (%j)", (start, type) => {
    expect(logoType(bytes(start))).toBe(type);
  });
});
