import { expect, test } from "@jest/globals";
import { marksOf, type Problem, variableOf } from "./diagnostics";

const problem = (some: Partial<Problem>): Problem => ({
  field: "html",
  kind: "syntax",
  message: "wrong",
  line: null,
  column: null,
  ...some,
});

test("a problem is marked from its column to the end of its line", () => {
  const [mark] = marksOf([problem({ line: 2, column: 3 })], "html", "ab\ncdef\ngh");
  expect(mark).toEqual({ from: 5, to: 7, message: "wrong", severity: "error" });
});

test("a problem without a place stands at the first line", () => {
  expect(marksOf([problem({})], "html", "ab\ncd")).toMatchObject([{ from: 0, to: 2 }]);
});

test("a place behind the end of the text is the text's end", () => {
  expect(marksOf([problem({ line: 9, column: 9 })], "html", "ab\ncd")).toMatchObject([{ from: 5, to: 5 }]);
});

test("problems of another part are not marked", () => {
  expect(marksOf([problem({ field: "subject" })], "html", "ab")).toEqual([]);
});

test("a missing value is a warning about its variable", () => {
  const missing = problem({ field: "values.order.lines[0]", kind: "missing" });
  expect(variableOf(missing)).toBe("order");
  expect(marksOf([missing], "values.order.lines[0]", "")).toMatchObject([{ severity: "warning" }]);
});
