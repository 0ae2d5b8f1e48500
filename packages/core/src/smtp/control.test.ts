import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readControl } from "./control";

describe("the X-Sendex headers of a mail", () => {
  it("are read whatever their case, and other headers left alone", () => {
    const { control, errors } = readControl([
      ["x-sendex-PRIORITY", " Bulk "],
      ["X-Sendex-Tag", "campaign=a=b"],
      ["X-Sendex-Tag", " team = x "],
      ["X-Sendex-Metadata", '{"a": [1]}'],
      ["X-Sendex-Scheduled-At", "in 5 minutes"],
      ["X-Sendex-Topic", "top_1"],
      ["X-Sendex-Template", "welcome"],
      ["X-Sendex-Template-Data", '{"name": "Ann"}'],
      ["X-Sendex-Idempotency-Key", " k "],
      ["Subject", "s"],
    ]);
    expect(errors).toEqual([]);
    expect(control).toEqual({
      priority: "bulk",
      tags: [
        { name: "campaign", value: "a=b" },
        { name: "team", value: "x" },
      ],
      metadata: { a: [1] },
      scheduledAt: "in 5 minutes",
      topicId: "top_1",
      template: { ref: "welcome", data: { name: "Ann" } },
      idempotencyKey: "k",
    });
  });

  it.each([
    [["X-Sendex-Priority", "urgent"], "format"],
    [["X-Sendex-Tag", "x"], "format"],
    [["X-Sendex-Metadata", "null"], "format"],
    [["X-Sendex-Metadata", "{"], "format"],
    [["X-Sendex-Nothing", "x"], "unknown"],
    [["X-Sendex-Template-Data", "{}"], "required"],
  ] as const)("%j is an error", (header, code) => {
    expect(readControl([header]).errors.map((error) => error.code)).toEqual([code]);
  });

  it("stand once, but for tags", () => {
    const twice = readControl([
      ["X-Sendex-Priority", "bulk"],
      ["x-sendex-priority", "critical"],
    ]);
    expect(twice.errors.map(({ code }) => code)).toEqual(["duplicate"]);
  });

  it("of any kind are read or named, never anything else", () => {
    const name = fc.constantFrom(
      "X-Sendex-Tag",
      "X-Sendex-Metadata",
      "X-Sendex-Priority",
      "x-sendex-x",
      "Other",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (headers) => {
        expect(readControl(headers)).toHaveProperty("control.tags");
      }),
    );
  });
});
