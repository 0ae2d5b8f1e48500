import { expect, test } from "@jest/globals";
import { readOptions } from "./options";

test("without options there are 7 pairs of 5 s and 2,000 sends", () => {
  expect(readOptions([])).toEqual({
    pairs: 7,
    extent: { seconds: 5, sends: 2000 },
    only: [],
    help: false,
  });
});

test("--quick makes 3 pairs of shorter runs", () => {
  expect(readOptions(["--quick"])).toMatchObject({ pairs: 3, extent: { seconds: 2, sends: 1000 } });
});

test("a number given wins over --quick", () => {
  expect(readOptions(["--quick", "--pairs", "9"]).pairs).toBe(9);
});

test("--only may be repeated", () => {
  expect(readOptions(["--only", "accept", "--only", "send"]).only).toEqual(["accept", "send"]);
});

test.each([["0"], ["-1"], ["1.5"], ["many"], ["101"]])("--pairs=%s is refused by name", (value) => {
  expect(() => readOptions([`--pairs=${value}`])).toThrow("--pairs must be a whole number from 1 to 100");
});

test("an unknown option is refused by name", () => {
  expect(() => readOptions(["--fast"])).toThrow("--fast");
});
