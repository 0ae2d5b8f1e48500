import type { LoggedCall } from "@sendex/core/logs/call";
import { newId } from "@sendex/crypto/token";

/** A call as the request log takes it. */
export function loggedCall(accountId: string, now: Date, change: Partial<LoggedCall> = {}): LoggedCall {
  return {
    accountId,
    mode: "live",
    id: newId("log", now),
    callerId: "key_1",
    method: "GET",
    route: "/a",
    endpoint: "/a",
    status: 200,
    durationMs: 1,
    requestId: "r",
    userAgent: null,
    messageIds: [],
    requestBody: null,
    responseBody: null,
    ...change,
  };
}
