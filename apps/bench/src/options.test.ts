import { expect, test } from "@jest/globals";
import { readOptions } from "./options";

test("without options there are 7 pairs of 3 s and 1,200 sends, and the long ones are as long as their targets say", () => {
  expect(readOptions([])).toEqual({
    pairs: 7,
    extent: {
      ...{ seconds: 3, sends: 1200 },
      ...{ steady: 30, stored: 5_000_000, waiting: 1_000_000, backlog: 100_000 },
      rows: 1_000_000,
    },
    only: [],
    all: false,
    help: false,
  });
});

test("--quick makes 3 pairs of shorter runs", () => {
  expect(readOptions(["--quick"])).toMatchObject({ pairs: 3, extent: { seconds: 2, sends: 1000 } });
});

test("a number given wins over --quick", () => {
  expect(readOptions(["--quick", "--pairs", "9"]).pairs).toBe(9);
});

test("--only takes several names, apart or with commas", () => {
  expect(readOptions(["--only", "accept", "--only", "send,ingest"]).only).toEqual([
    "accept",
    "send",
    "ingest",
  ]);
});

test.each([["0"], ["-1"], ["1.5"], ["many"], ["101"]])("--pairs=%s is refused by name", (value) => {
  expect(() => readOptions([`--pairs=${value}`])).toThrow("--pairs must be a whole number from 1 to 100");
});

test("what lies in the database can be said", () => {
  expect(readOptions(["--stored", "100000", "--all"])).toMatchObject({
    extent: { stored: 100_000 },
    all: true,
  });
});

test("an unknown option is refused by name", () => {
  expect(() => readOptions(["--fast"])).toThrow("--fast");
});
