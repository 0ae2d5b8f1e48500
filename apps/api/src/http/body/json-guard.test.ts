import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { guardJson, MAX_DEPTH, MAX_ELEMENTS, MAX_KEYS } from "./json-guard";

function guard(text: string): string | undefined {
  const guarded = guardJson(Buffer.from(text));
  return "why" in guarded ? guarded.why : undefined;
}
const MB = 1024 * 1024;

describe("guardJson", () => {
  test("lets an ordinary email through", () => {
    expect(
      guard('{"from":"a@b.example","to":["c@d.example"],"subject":"{[}]","text":"a \\" b: \\\\"}'),
    ).toBeUndefined();
  });

  test("counts depth in objects and arrays alike", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(guard(nested(MAX_DEPTH))).toBeUndefined();
    expect(guard(nested(MAX_DEPTH + 1))).toMatch(/nested/);
    expect(guard('{"a":'.repeat(MAX_DEPTH + 1) + "1" + "}".repeat(MAX_DEPTH + 1))).toMatch(/nested/);
  });

  test("counts keys and containers together", () => {
    const half = MAX_KEYS / 2;
    const objects = (n: number): string => `[${Array.from({ length: n }, () => '{"a":1}').join(",")}]`;
    expect(guard(objects(half - 1))).toBeUndefined();
    expect(guard(objects(half))).toMatch(/keys/);
  });

  test("counts what stands in arrays, whatever it is", () => {
    const array = (item: string, n: number): string => `[${Array.from({ length: n }, () => item).join(",")}]`;
    for (const item of ["null", '""', "1", "true"]) {
      expect(guard(array(item, MAX_ELEMENTS))).toBeUndefined();
      expect(guard(array(item, MAX_ELEMENTS + 2))).toMatch(/elements/);
    }
  });

  test("finds the bytes of a file, and does not count them", () => {
    const bytes = Array.from({ length: 50_000 }, (_, i) => i % 256).join(", ");
    const text = Buffer.from(`{"type":"Buffer","data": [ ${bytes} ], "x": {"data":[1,2]}}`);
    const guarded = guardJson(text);
    if (!("files" in guarded)) throw new Error("was refused");
    const [file] = guarded.files;
    expect(guarded.files).toHaveLength(1);
    expect(text.subarray(file?.start, file?.end).toString()).toBe(`[ ${bytes} ]`);
    expect(file).toMatchObject({ kind: "bytes", count: 50_000 });
  });

  test.each(["256", "-1", "1.5", "01", '"1"', "1e1", ""])(
    "counts an array with %j in it like any other",
    (odd) => {
      const numbers = Array.from({ length: MAX_ELEMENTS + 2 }, () => "1").join(",");
      expect(guard(`{"data":[${numbers},${odd}]}`)).toMatch(/elements/);
    },
  );

  test.each([
    '{"__proto__":{}}',
    '{"a":[{"__proto__" : 1}]}',
    '{"\\u005f_proto__":1}',
    '{"\\u005F\\u005Fpro\\u0074o\\u005f\\u005f":1}',
    '{"constructor":{"prototype":{}}}',
    '{"constr\\u0075ctor": {"a":1,"prototype":{}}}',
  ])("refuses a key that reaches a prototype: %s", (text) => {
    expect(guard(text)).toMatch(/not allowed/);
  });

  test.each([
    '{"constructor":"Acme Ltd"}',
    '{"prototype":{"a":1}}',
    '{"constructor":1,"x":{"prototype":1}}',
    '{"a":"__proto__"}',
    '["__proto__"]',
    '{"constructor":{"x":{"prototype":1}}}',
    '[{"constructor":1},{"prototype":1}]',
  ])("lets a harmless use of such words through: %s", (text) => {
    expect(guard(text)).toBeUndefined();
  });

  test("never refuses JSON within its limits, nor throws on any bytes", () => {
    const harmless = fc.json({ maxDepth: 8 }).filter((text) => !/proto|\\u/.test(text));
    fc.assert(fc.property(harmless, (text) => expect(guard(text)).toBeUndefined()));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void guardJson(bytes)));
  });

  test("finds a forbidden key wherever it stands and however it is escaped", () => {
    const escaped = fc
      .array(fc.boolean(), { minLength: 9, maxLength: 9 })
      .map((flags) =>
        [..."__proto__"].map((c, i) => (flags[i] ? `\\u00${c.charCodeAt(0).toString(16)}` : c)).join(""),
      );
    fc.assert(
      fc.property(escaped, fc.json({ maxDepth: 3 }), fc.nat(20), (key, value, depth) => {
        const inner = `{"x":${value},"${key}":1}`;
        expect(guard("[".repeat(depth) + inner + "]".repeat(depth))).toMatch(/not allowed/);
      }),
    );
  });

  test.each([
    ["nested arrays", "[".repeat(10 * MB)],
    ["small objects", '{"a":{},'.repeat(1.25 * MB)],
    ["escaped quotes", `"${'\\"'.repeat(5 * MB)}"`],
    ["backslashes", `"${"\\".repeat(10 * MB)}`],
    ["numbers", `[${"1,".repeat(5 * MB)}1]`],
    ["colons", ":".repeat(10 * MB)],
    ["quotes", '"'.repeat(10 * MB)],
    ["long strings that end in backslashes", `"${"\\".repeat(1001)}a`.repeat(10_000)],
    ["bytes that are none in the end", `{"data":[${"1,".repeat(5 * MB)}x`],
    ["unfinished files", '{"data":[1,'.repeat(900_000)],
  ])("reads 10 MB of %s in well under a second", (_, text) => {
    const bytes = Buffer.from(text);
    const started = performance.now();
    guardJson(bytes);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
