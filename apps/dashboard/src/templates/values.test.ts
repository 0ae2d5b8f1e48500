import { expect, test } from "@jest/globals";
import { readValue, readValues, showValue, withValue } from "./values";

test("a field's text becomes a value of its type", () => {
  expect(readValue("1.5", "number")).toBe(1.5);
  expect(readValue("true", "boolean")).toBe(true);
  expect(readValue("1.5", "string")).toBe("1.5");
  expect(readValue('{"a":1}', "object")).toEqual({ a: 1 });
  expect(readValue("[1]", "list")).toEqual([1]);
});

test("an empty field gives nothing", () => {
  expect(readValue("", "string")).toBeUndefined();
  expect(readValue("", "object")).toBeUndefined();
});

test.each([
  ["one", "number"],
  ["[1]", "object"],
  ["null", "object"],
  ["{}", "list"],
  ["{", "object"],
] as const)("%s is no %s", (text, type) => {
  expect(() => readValue(text, type)).toThrow(SyntaxError);
});

test("what is shown can be read again", () => {
  expect(readValue(showValue({ a: [1] }), "object")).toEqual({ a: [1] });
  expect(readValue(showValue(3), "number")).toBe(3);
});

test("a value is taken away by giving nothing", () => {
  expect(withValue({ a: 1, b: 2 }, "a", undefined)).toEqual({ b: 2 });
  expect(withValue({ a: 1 }, "b", 2)).toEqual({ a: 1, b: 2 });
});

test("test data are an object", () => {
  expect(readValues("")).toEqual({});
  expect(() => readValues("[]")).toThrow(SyntaxError);
});
