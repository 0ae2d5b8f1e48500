import { expect, test } from "@jest/globals";
import { readOptions } from "./options";

test("without options every row runs with its own number of messages", () => {
  expect(readOptions([])).toEqual({ only: [], drill: { outageSeconds: 30 }, help: false });
});

test("--only takes several rows, and may be repeated", () => {
  expect(readOptions(["--only", "1,4", "--only", "9b"]).only).toEqual(["1", "4", "9b"]);
});

test("numbers and the file are taken as given", () => {
  expect(readOptions(["--messages", "50", "--outage=120", "--json", "x.json"])).toMatchObject({
    messages: 50,
    drill: { outageSeconds: 120 },
    json: "x.json",
  });
});

test.each([["0"], ["-1"], ["1.5"], ["many"], ["100001"]])("--messages=%s is refused by name", (value) => {
  expect(() => readOptions([`--messages=${value}`])).toThrow(
    "--messages must be a whole number from 1 to 100000",
  );
});

test("an unknown option is refused by name", () => {
  expect(() => readOptions(["--fast"])).toThrow("--fast");
});
