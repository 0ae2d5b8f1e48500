import { describe, expect, it } from "@jest/globals";
import { messageOf, readable } from "./payload";

describe("messageOf", () => {
  it("finds the message, and none where there is none", () => {
    expect(messageOf({ data: { message_id: "msg_1" } })).toBe("msg_1");
    expect([messageOf(null), messageOf({}), messageOf({ data: { message_id: 1 } })]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});

describe("readable", () => {
  it("breaks JSON into lines and leaves other text alone", () => {
    expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(readable("<h1>Bad gateway</h1>")).toBe("<h1>Bad gateway</h1>");
  });
});
