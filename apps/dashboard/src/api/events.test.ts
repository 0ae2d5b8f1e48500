import { describe, expect, it } from "@jest/globals";
import { parseBlock } from "./events";

describe("parseBlock", () => {
  it("reads id, event and data", () => {
    expect(parseBlock('id: evt_1\nevent: email.sent\ndata: {"a":1}')).toEqual({
      id: "evt_1",
      event: "email.sent",
      data: '{"a":1}',
    });
  });

  it("joins the lines of data", () => {
    expect(parseBlock("data: a\r\ndata: b").data).toBe("a\nb");
  });

  it("has no data in a heartbeat", () => {
    expect(parseBlock(": still here\nid: evt_2")).toEqual({ id: "evt_2" });
  });
});
