import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  bindVariables,
  MAX_DATA_CHARACTERS,
  type RawVariable,
  readVariables,
  type TemplateVariable,
  VARIABLE_TYPES,
} from "./variable";

const SAMPLES = { string: "a", number: 0, boolean: false, object: { a: 1 }, list: [1] };
const wrong = (reading: object): Record<string, string> =>
  "errors" in reading
    ? Object.fromEntries(
        (reading.errors as { field: string; code: string }[]).map(({ field, code }) => [field, code]),
      )
    : {};

describe("readVariables", () => {
  test.each(VARIABLE_TYPES)("declares a %s with and without a fallback", (type) => {
    expect(readVariables([{ key: "a", type }], "variables")).toEqual({ variables: [{ key: "a", type }] });
    const declared = { key: "a", type, fallback: SAMPLES[type] };
    expect(readVariables([declared], "variables")).toEqual({ variables: [declared] });
    expect(readVariables([{ key: "a", type, fallback: null }], "variables")).toEqual({
      variables: [{ key: "a", type }],
    });
  });

  test.each<[RawVariable[], Record<string, string>]>([
    [[{ key: "" }], { "v[0].key": "format" }],
    [[{ key: "a-b" }], { "v[0].key": "format" }],
    [[{ key: "x".repeat(65) }], { "v[0].key": "too_long" }],
    [[{ key: "forloop" }], { "v[0].key": "forbidden" }],
    [[{ key: "__proto__" }], { "v[0].key": "forbidden" }],
    [[{ key: "a" }, { key: "a" }], { "v[1].key": "duplicate" }],
    [[{ key: "a", fallback: 1 }], { "v[0].fallback_value": "type" }],
    [[{ key: "a", fallback: "\0" }], { v: "format" }],
    [[{ key: "a", type: "list", fallback: ["x".repeat(70_000)] }], { v: "too_long" }],
    [Array.from({ length: 101 }, (_, i) => ({ key: `a${i}` })), { v: "too_many" }],
  ])("%j is refused", (raw, errors) => {
    expect(wrong(readVariables(raw, "v"))).toEqual(errors);
  });
});

describe("bindVariables", () => {
  const declared: TemplateVariable[] = [
    { key: "code", type: "string" },
    { key: "n", type: "number", fallback: 5 },
  ];

  test("gives what was given, and the fallback of what was not", () => {
    expect(bindVariables(declared, { code: "1", more: [1] }, "template_data")).toEqual({
      values: { code: "1", n: 5, more: [1] },
    });
    expect(bindVariables(declared, { code: "1", n: null }, "d")).toMatchObject({ values: { n: 5 } });
    expect(bindVariables(declared, { code: "1", n: 0 }, "d")).toMatchObject({ values: { n: 0 } });
  });

  test("names every variable that is missing or of another type", () => {
    expect(bindVariables(declared, { n: "5" }, "template_data")).toEqual({
      values: { n: "5" },
      errors: [
        {
          field: "template_data.code",
          code: "required",
          message: "The template's variable code is missing: give it in template_data.",
        },
        { field: "template_data.n", code: "type", message: "template_data.n must be a number." },
      ],
    });
    expect(wrong(bindVariables(declared, { code: null }, "d"))).toEqual({ "d.code": "required" });
  });

  test("refuses more than a mail may bring", () => {
    expect(wrong(bindVariables([], { a: "x".repeat(MAX_DATA_CHARACTERS) }, "d"))).toEqual({ d: "too_long" });
  });

  test("any JSON either has the declared type or is refused by name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIABLE_TYPES), fc.jsonValue(), (type, value) => {
        const result = bindVariables([{ key: "a", type }], { a: value }, "d");
        const fits =
          type === "list"
            ? Array.isArray(value)
            : typeof value === type && value !== null && !Array.isArray(value);
        expect("errors" in result).toBe(!fits);
        if (!fits) expect(Object.keys(wrong(result))).toEqual(["d.a"]);
      }),
    );
  });
});
