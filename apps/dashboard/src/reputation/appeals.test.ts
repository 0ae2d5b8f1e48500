import { describe, expect, it } from "@jest/globals";
import { appealsLeft, newestFirst } from "./appeals";

describe("appealsLeft", () => {
  it("lets the first be made", () => {
    expect(appealsLeft([])).toEqual({ may: true, left: 3, open: false });
  });

  it("waits for the open one", () => {
    expect(appealsLeft([{ status: "denied" }, { status: "open" }])).toEqual({
      ...{ may: false, left: 1, open: true },
    });
  });

  it("ends with the third", () => {
    const denied = { status: "denied" as const };
    expect(appealsLeft([denied, denied, denied])).toMatchObject({ may: false, left: 0 });
  });
});

it("puts the newest first and leaves the list as it was", () => {
  const list = [{ created_at: "2026-03-01T00:00:00.000Z" }, { created_at: "2026-03-02T00:00:00.000Z" }];
  expect(newestFirst(list).map(({ created_at }) => created_at.slice(8, 10))).toEqual(["02", "01"]);
  expect(list[0]?.created_at.slice(8, 10)).toBe("01");
});
