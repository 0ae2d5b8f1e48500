import { describe, expect, it } from "@jest/globals";
import { asText } from "./as-text";

describe("a result as text", () => {
  it("names each value, nested ones by their way", () => {
    const at = new Date("2026-03-05T12:00:00Z");
    expect(asText({ account: "acc_1", note: null, at, left: { day: 5, week: 9 }, tags: ["a", "b"] })).toBe(
      [
        "account: acc_1",
        "note: null",
        "at: 2026-03-05T12:00:00.000Z",
        "left.day: 5",
        "left.week: 9",
        "tags: a,b",
      ].join("\n"),
    );
  });

  it("puts blank lines between a list's items, and numbers what one of them has", () => {
    const reasons = [{ signal: "link", weight: 2 }, { signal: "form" }];
    expect(
      asText({
        cases: [
          { id: "1", reasons },
          { id: "2", reasons: [] },
        ],
      }),
    ).toBe(
      ["id: 1", "reasons.1.signal: link", "reasons.1.weight: 2", "reasons.2.signal: form", "", "id: 2"].join(
        "\n",
      ),
    );
  });

  it("says nothing of an empty list", () => {
    expect(asText({ cases: [] })).toBe("");
  });
});
