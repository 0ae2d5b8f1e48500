import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { charactersOf, endOfString } from "./json-string";

describe("endOfString", () => {
  test("finds the closing quote of any string, short or long, whatever is escaped in it", () => {
    const part = fc.constantFrom('\\"', "\\\\", "a", "x".repeat(300), '\\\\\\\\\\"', "é", "\\n");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.string(), (parts, rest) => {
        const inside = parts.join("");
        const bytes = Buffer.from(`"${inside}"${rest}`);
        expect(endOfString(bytes, 1)).toBe(1 + Buffer.byteLength(inside));
      }),
    );
  });

  test("gives the text's length when nothing closes the string", () => {
    for (const open of ["", "abc", "a\\", `${"a".repeat(1000)}\\"`, "\\".repeat(999)]) {
      expect(endOfString(Buffer.from(`"${open}`), 1)).toBe(1 + open.length);
    }
  });
});

test("charactersOf counts what JSON.parse makes of a string, however it is written", () => {
  const escaped = fc
    .array(fc.constantFrom("a", "é", "漢", "🎉", "\\n", '\\"', "\\\\", "\\u00e9", "\\ud83c\\udf89"))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(
      fc.oneof(
        escaped,
        anyText().map((text) => JSON.stringify(text).slice(1, -1)),
      ),
      (inner) => {
        const bytes = Buffer.from(`"${inner}"`);
        expect(charactersOf(bytes, 1, bytes.length - 1)).toBe(JSON.parse(`"${inner}"`).length);
      },
    ),
  );
});
