import { expect, test } from "@jest/globals";
import { declare, toTest, undeclared } from "./variables";

const seen = [
  { key: "name", type: "string" as const, declared: true, used: true, given: false },
  { key: "order", type: null, declared: false, used: true, given: false },
  { key: "old", type: null, declared: false, used: false, given: true },
];
const declared = [{ key: "name", type: "string" as const, fallback: "there" }];

test("what is used and not declared can be declared", () => {
  expect(undeclared(declared, seen)).toEqual(["order"]);
  expect(declare(declared, ["order"])).toEqual([
    ...declared,
    { key: "order", type: "string", fallback: null },
  ]);
});

test("a test asks for what is declared and for what is used", () => {
  expect(toTest(declared, seen)).toEqual([...declared, { key: "order", type: "string", fallback: null }]);
});
