import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findUnkept } from "./storable";

describe("what no field takes", () => {
  test.each<[string, unknown, (string | number)[]]>([
    ["NUL in a value", { a: [{ b: "x\0" }] }, ["a", 0, "b"]],
    ["NUL in a key", { a: { "b\0": 1 } }, ["a", "b\0"]],
    ["half a surrogate pair", { a: "x\ud83d" }, ["a"]],
    ["an integer above 2^53", JSON.parse('{"a":{"b":9007199254740993}}'), ["a", "b"]],
    ["an integer below -2^53", JSON.parse('{"a":-9007199254740993}'), ["a"]],
    ["a number above all numbers", JSON.parse('{"a":1e400}'), ["a"]],
  ])("is %s", (_, body, path) => {
    expect(findUnkept(body, false)).toMatchObject([{ path }]);
  });

  test("is none of what comes back as it was written, -0 and fractions included", () => {
    expect(findUnkept(JSON.parse('{"a":-0,"b":0.1,"c":1e-400,"d":9007199254740991}'), false)).toEqual([]);
    const kept = fc.dictionary(
      fc.string({ unit: "grapheme" }),
      fc.oneof(fc.string({ unit: "grapheme" }), fc.maxSafeInteger(), fc.boolean()),
    );
    const plain = kept.filter((value) => !JSON.stringify(value).includes("\\u0000"));
    fc.assert(fc.property(plain, (value) => expect(findUnkept(value, false)).toEqual([])));
  });

  test("is not half a surrogate pair where core mends it", () => {
    expect(findUnkept({ subject: "x\ud83d" }, true)).toEqual([]);
  });

  test("is counted up to a hundred places", () => {
    expect(
      findUnkept(
        Array.from({ length: 1000 }, () => "\0"),
        false,
      ),
    ).toHaveLength(100);
  });
});
