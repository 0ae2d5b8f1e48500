import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fingerprint } from "./fingerprint";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The same value with every object's keys written in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [key, reversed(item)]);
  return Object.fromEntries(entries.reverse());
}

describe("fingerprint", () => {
  test("is the SHA-256 of JSON with sorted keys", () => {
    const value = { b: [1, "é", null, { d: true, c: -0.5 }], a: { B: "x", A: [] } };
    expect(fingerprint(value)).toBe(sha256('{"a":{"A":[],"B":"x"},"b":[1,"é",null,{"c":-0.5,"d":true}]}'));
  });

  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => expect(fingerprint(reversed(value))).toBe(fingerprint(value))),
    );
  });

  test("differs for values that differ, and is equal for equal ones", () => {
    const canonical = (value: unknown): string => JSON.stringify(sorted(value));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        expect(fingerprint(a) === fingerprint(b)).toBe(canonical(a) === canonical(b));
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[unknown, unknown]>([
    [{ a: 1 }, { a: "1" }],
    [{ a: null }, {}],
    [["a", "b"], ["a,b"]],
    [["ab"], ["a", "b"]],
    [[[1], 2], [[1, 2]]],
    [{ "a:1": 2 }, { a: "1:2" }],
    [["\ud800"], ["\ud801"]],
    [new Uint8Array([1, 2]), [1, 2]],
    [new Uint8Array([1, 2]), new Uint8Array([1, 3])],
    [{ at: new Date(0) }, { at: new Date(1) }],
  ])("tells %j from %j", (a, b) => {
    expect(fingerprint(a)).not.toBe(fingerprint(b));
  });

  test("takes an undefined property as absent", () => {
    expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
  });

  test("takes 64 levels and refuses more", () => {
    const nested = (levels: number) => JSON.parse(`${"[".repeat(levels)}"x"${"]".repeat(levels)}`) as unknown;
    expect(fingerprint(nested(64))).toHaveLength(43);
    expect(() => fingerprint(nested(65))).toThrow(RangeError);
    expect(() => fingerprint(nested(5000))).toThrow(RangeError);
  });

  test.each([[() => 1], [Symbol("s")], [1n]])("refuses what has no JSON form (%#)", (value) => {
    expect(() => fingerprint({ a: value })).toThrow(TypeError);
  });

  test("takes seconds at most for large values of every kind", () => {
    const large = [
      "x".repeat(3_000_000),
      Array.from({ length: 200_000 }, (_, i) => i & 255),
      Array.from({ length: 100_000 }, (_, i) => `v${i}`),
      Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i])),
    ];
    const started = performance.now();
    expect(fingerprint(large)).toBe(fingerprint(large));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("hashes long text whole, across the pieces it is hashed in", () => {
    const value = Array.from({ length: 20_000 }, (_, i) => `piece ${i} é 🎉`);
    expect(fingerprint(value)).toBe(sha256(JSON.stringify(value)));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [key, sorted(item)] as const);
  return { object: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
