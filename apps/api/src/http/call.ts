import type { IncomingMessage } from "node:http";
import { systemClock } from "@sendex/boot/clock";
import type { Dialect } from "@sendex/core/accepting/message";
import type { Caller } from "@sendex/core/access";
import { newId } from "@sendex/crypto/token";

/** What is known of a request until its response: for its log line, and for rendering its error. */
export interface Call {
  requestId: string;
  /** From `performance.now()`, milliseconds. */
  startedAt: number;
  /** The route's pattern, never its path: that may hold an address. */
  route: string;
  surface: Dialect;
  /** Whether the route accepts mail. */
  sends: boolean;
  caller?: Caller;
  messageIds: string[];
  /** Whose calls of this endpoint are in the request log; a person's reads are not. */
  logged: "everyone" | "keys" | "nobody";
  /** For the request log: JSON of what is kept of the body. */
  requestBody: string | null;
  /** Whether a body that the request has was left unread. */
  unread: boolean;
}

/** By request, since a client's error and a held body come before Express has a response. */
const calls = new WeakMap<IncomingMessage, Call>();

/** A caller's own request id is kept when it can stand in a log line and a header. */
const SAFE_ID = /^[\w.:-]{1,64}$/;

export function beginCall(request: IncomingMessage): Call {
  const given = request.headers["x-request-id"];
  const call: Call = {
    requestId: typeof given === "string" && SAFE_ID.test(given) ? given : newRequestId(),
    startedAt: performance.now(),
    route: "unknown",
    surface: "sendex",
    sends: false,
    messageIds: [],
    logged: "everyone",
    requestBody: null,
    unread: hasBody(request),
  };
  calls.set(request, call);
  return call;
}

/** By its time, so that the request log is written in the order of its index. */
export function newRequestId(): string {
  return newId("req", systemClock());
}

/** The call that `beginCall` made for this request. */
export function callOf(request: IncomingMessage): Call {
  return calls.get(request) ?? beginCall(request);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}
