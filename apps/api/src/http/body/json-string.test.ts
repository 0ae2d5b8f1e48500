import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { endOfString } from "./json-string";

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
