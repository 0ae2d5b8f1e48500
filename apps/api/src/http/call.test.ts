import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { beginCall, callOf } from "./call";

function requestWith(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  return request;
}

describe("beginCall", () => {
  test("keeps a caller's short and safe request id", () => {
    expect(beginCall(requestWith({ "x-request-id": "abc-123_X.y:z" })).requestId).toBe("abc-123_X.y:z");
  });

  test.each(["", "a b", "a\tb", "<script>", "é", "x".repeat(65)])("makes its own instead of %j", (given) => {
    const { requestId } = beginCall(requestWith({ "x-request-id": given }));
    expect(requestId).toMatch(/^req_[0-9a-z]{27}$/);
  });

  test("is found again by its request", () => {
    const request = requestWith({});
    const call = beginCall(request);
    expect(callOf(request)).toBe(call);
  });

  test("knows whether there is a body to read", () => {
    expect(beginCall(requestWith({})).unread).toBe(false);
    expect(beginCall(requestWith({ "content-length": "3" })).unread).toBe(true);
    expect(beginCall(requestWith({ "transfer-encoding": "chunked" })).unread).toBe(true);
    expect(beginCall(requestWith({ "content-length": "0" })).unread).toBe(false);
  });
});
