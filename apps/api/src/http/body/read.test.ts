import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { openByteBudget } from "./byte-budget";
import { readBody } from "./read";

const budget = openByteBudget({ total: 1000, waitMs: 20 });
const limits = { maxBytes: 100, freeBytes: 10, budget };

function requestOf(pieces: Buffer[], headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  for (const piece of pieces) request.push(piece);
  request.push(null);
  return request;
}
const chunked = { "transfer-encoding": "chunked" };

describe("readBody", () => {
  test("gives back what came, however it was cut", async () => {
    const whole = Buffer.from("0123456789".repeat(9));
    const pieces = [whole.subarray(0, 1), whole.subarray(1, 50), whole.subarray(50)];
    for (const headers of [{ "content-length": "90" }, chunked]) {
      const { bytes, release } = await readBody(requestOf(pieces, headers), limits);
      expect(Buffer.from(bytes).toString()).toBe(whole.toString());
      release?.();
    }
    expect(budget.inUse()).toBe(0);
  });

  test("refuses a declared length over the limit without reading", async () => {
    const request = requestOf([Buffer.from("a")], { "content-length": "101" });
    await expect(readBody(request, limits)).rejects.toMatchObject({ slug: "payload_too_large" });
    expect(request.readableFlowing).toBeNull();
  });

  test("stops reading a chunked body at the limit and gives its room back", async () => {
    const request = requestOf([Buffer.alloc(60), Buffer.alloc(60)], chunked);
    await expect(readBody(request, limits)).rejects.toMatchObject({ slug: "payload_too_large" });
    expect(budget.inUse()).toBe(0);
  });

  test("holds room for a large body until it is released, and none for a small one", async () => {
    const large = await readBody(requestOf([Buffer.alloc(50)], { "content-length": "50" }), limits);
    expect(budget.inUse()).toBe(50);
    const small = await readBody(requestOf([Buffer.alloc(10)], { "content-length": "10" }), limits);
    expect(budget.inUse()).toBe(50);
    expect(small.release).toBeUndefined();
    large.release?.();
    expect(budget.inUse()).toBe(0);
  });

  test("fails when the connection ends before the body does", async () => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request.headers, { "content-length": "50" });
    request.push(Buffer.alloc(20));
    const reading = readBody(request, limits);
    request.destroy();
    await expect(reading).rejects.toMatchObject({ slug: "bad_request" });
    expect(budget.inUse()).toBe(0);
  });
});
