import { describe, expect, it } from "@jest/globals";
import { bySize, descendsNext } from "./sorting";

it("puts numbers in order by their size, not by their digits", () => {
  expect([9.5, 10, 9.05, 100].sort(bySize)).toEqual([9.05, 9.5, 10, 100]);
});

describe("a click on a column's head", () => {
  it("shows the largest numbers first, then the smallest", () => {
    expect(descendsNext("number", undefined)).toBe(true);
    expect(descendsNext("number", "desc")).toBe(false);
    expect(descendsNext("number", "asc")).toBe(true);
  });

  it("shows texts from A, then from Z", () => {
    expect(descendsNext(true, undefined)).toBe(false);
    expect(descendsNext(true, "asc")).toBe(true);
  });
});
