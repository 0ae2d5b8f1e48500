import { expect, test } from "@jest/globals";
import { csvParts } from "./csv-parts";

const rows = (count: number): string[] => Array.from({ length: count }, (_, i) => `r${i}@example.com,bounce`);

test("a short list is one part, with or without a head", () => {
  expect([...csvParts("email,reason\na@example.com,bounce\n")]).toEqual([
    { csv: "email,reason\na@example.com,bounce\n", linesBefore: 0 },
  ]);
  expect([...csvParts("a@example.com")]).toEqual([{ csv: "a@example.com", linesBefore: 0 }]);
});

test("a long one has parts that the API takes, each under the head, and no row is lost", () => {
  const all = rows(25_000);
  const parts = [...csvParts(["email,reason", ...all].join("\r\n"))];
  expect(parts.length).toBe(3);
  for (const { csv } of parts) {
    expect(csv.startsWith("email,reason\n")).toBe(true);
    expect(csv.split("\n").length - 1).toBeLessThanOrEqual(10_000);
  }
  expect(parts.flatMap(({ csv }) => csv.split("\n").slice(1))).toEqual(all);
});

test("a line's number in a part leads back to the file", () => {
  const all = rows(15_000);
  const [, second] = [...csvParts(["email,reason", ...all].join("\n"))];
  // The head is line 1 of the part, its first row line 2.
  const inFile = 2 + (second?.linesBefore ?? 0);
  expect(second?.csv.split("\n")[1]).toBe(all[inFile - 2]);
});

test("long rows make parts of fewer", () => {
  const long = Array.from({ length: 9_000 }, (_, i) => `${"x".repeat(600)}${i}@example.com`);
  for (const { csv } of csvParts(long.join("\n"))) expect(csv.length).toBeLessThanOrEqual(4_000_000);
});
