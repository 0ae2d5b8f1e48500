import type { ServerResponse } from "node:http";
import { SendexError } from "@sendex/core/error";
import type { RateState } from "@sendex/queue/rate-window";

/** Both spellings: the seeds' (reset in Unix seconds) and those the Resend SDK's users read (seconds left). */
export function setRateHeaders(response: ServerResponse, rate: RateState, now: Date): void {
  response.setHeader("X-RateLimit-Limit", rate.limit);
  response.setHeader("X-RateLimit-Remaining", rate.remaining);
  response.setHeader("X-RateLimit-Reset", Math.ceil(rate.resetAt.getTime() / 1000));
  response.setHeader("ratelimit-limit", rate.limit);
  response.setHeader("ratelimit-remaining", rate.remaining);
  response.setHeader("ratelimit-reset", secondsLeft(rate, now));
}

/** Throws too_many_requests when the window is used up. */
export function checkRate(rate: RateState, now: Date): void {
  if (rate.allowed) return;
  const retryAfterSeconds = Math.max(1, secondsLeft(rate, now));
  const message = `Rate limit of ${rate.limit} requests a minute exceeded. Try again in ${retryAfterSeconds} s.`;
  throw new SendexError("too_many_requests", message, { retryAfterSeconds });
}

function secondsLeft({ resetAt }: RateState, now: Date): number {
  return Math.max(0, Math.ceil((resetAt.getTime() - now.getTime()) / 1000));
}
