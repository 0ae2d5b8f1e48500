import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "@sendex/core/ports";
import { callOf } from "./call";
import { isBodyHeld } from "./expect-continue";

/**
 * What a route responds with: JSON, unless its headers say otherwise. Text and bytes are sent as they are: replays are
 * byte for byte.
 */
export interface Reply {
  status: number;
  /** JSON, unless the headers say otherwise. */
  body: object | string | Buffer;
  headers?: Record<string, string>;
}

/** A client that still sends gets this long, and this much, to notice the answer (a refused 50 MB upload fits). */
const DRAIN_MS = 5_000;
const DRAIN_BYTES = 64 * 1024 * 1024;

/** Sends the response, once, and writes the request's log line. */
export function sendReply(log: Log, request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const call = callOf(request);
  logResponse(log, request, reply.status);
  if (response.headersSent || response.destroyed) return;
  // As text, head and body leave in one write.
  const body = ready(reply.body);
  response.statusCode = reply.status;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.setHeader("Content-Length", Buffer.byteLength(body));
  const refused = call.unread && reply.status >= 400;
  if (refused) response.setHeader("Connection", "close");
  if (!refused || isBodyHeld(request)) {
    response.end(body);
    return;
  }
  if (request.method === "HEAD") response.flushHeaders();
  else response.write(body);
  drain(request, () => response.end());
}

function ready(body: Reply["body"]): string | Buffer {
  return typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

/** Reads on and discards: closing a socket that holds unread data resets it, and a reset can overtake the response. */
function drain(request: IncomingMessage, done: () => void): void {
  let room = DRAIN_BYTES;
  const timer = setTimeout(finish, DRAIN_MS);
  function finish(): void {
    clearTimeout(timer);
    request.off("data", discard).off("end", finish).off("close", finish);
    done();
  }
  function discard(piece: Buffer): void {
    room -= piece.length;
    if (room < 0) finish();
  }
  request.on("data", discard).on("end", finish).on("close", finish);
  if (request.destroyed || request.readableEnded) finish();
  else request.resume();
}

function logResponse(log: Log, request: IncomingMessage, status: number): void {
  const { requestId, route, caller, messageIds, startedAt } = callOf(request);
  const fields = {
    requestId,
    method: request.method,
    route,
    status,
    ms: Math.round(performance.now() - startedAt),
    ...(caller && { accountId: caller.accountId, keyId: caller.keyId }),
    ...(messageIds.length === 1 && { messageId: messageIds[0] }),
    ...(messageIds.length > 1 && { messageIds }),
  };
  if (status >= 500) log.warn(fields, "answered");
  else log.info(fields, "answered");
}
