import { ServerResponse, IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { checkRate, setRateHeaders } from "./rate-headers";

const now = new Date("2026-03-05T12:00:18.400Z");
const resetAt = new Date("2026-03-05T12:01:00.000Z");

describe("rate headers", () => {
  test("come in both spellings", () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    setRateHeaders(response, { allowed: true, limit: 1000, remaining: 999, resetAt }, now);
    expect(response.getHeaders()).toMatchObject({
      "x-ratelimit-limit": 1000,
      "x-ratelimit-remaining": 999,
      "x-ratelimit-reset": resetAt.getTime() / 1000,
      "ratelimit-limit": 1000,
      "ratelimit-remaining": 999,
      "ratelimit-reset": 42,
    });
  });

  test("a window that is used up refuses, and says for how long", () => {
    const state = { limit: 10, remaining: 0, resetAt };
    expect(() => checkRate({ ...state, allowed: true }, now)).not.toThrow();
    expect(() => checkRate({ ...state, allowed: false }, now)).toThrow(
      expect.objectContaining({ slug: "too_many_requests", retryAfterSeconds: 42 }),
    );
    expect(() => checkRate({ ...state, allowed: false }, resetAt)).toThrow(
      expect.objectContaining({ retryAfterSeconds: 1 }),
    );
  });
});
