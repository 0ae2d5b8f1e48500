import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeSyntaxError } from "./syntax-error";

const says = (place: string, what: string): string => `The body is not valid JSON at ${place}: ${what}.`;

describe("what is said of text that is no JSON", () => {
  test.each([
    ['{\n  "a": 1,\n}', "line 3, column 1", "a key in double quotes is missing, or a comma is one too many"],
    ['{"a": 1 "b": 2}', "line 1, column 9", "a comma is missing"],
    ['{\r\n"a" 1}', "line 2, column 5", "a colon is missing"],
    ['{"a": [1,]}', "line 1, column 10", "a value is missing, or a comma is one too many"],
    ['{"a":1', "line 1, column 7", "a closing brace is missing"],
    ["[1", "line 1, column 3", "a closing bracket is missing"],
    ["{} {}", "line 1, column 4", "the JSON has ended, and more follows"],
    ["// a comment\n{}", "line 1, column 1", "JSON has no comments"],
    ['{"a": "x\ny"}', "line 1, column 7", "a string is not closed on its line"],
    ['{"a": "\\x"}', "line 1, column 7", "an escape that JSON does not have"],
    ['{"a": "\t"}', "line 1, column 7", "a control character must be escaped"],
  ])("%j names the place: %s", (text, place, what) => {
    expect(describeSyntaxError(text)).toBe(says(place, what));
  });

  test("names a place in whatever JSON.parse refuses, and repeats nothing of it", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([json, at, junk]) => json.slice(0, at % (json.length + 1)) + junk)
      .filter((text) => text !== "" && !parses(text));
    fc.assert(
      fc.property(broken, (text) => {
        expect(describeSyntaxError(text)).toMatch(/^The body is not valid JSON at line \d+, column \d+/);
      }),
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
