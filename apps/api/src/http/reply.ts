import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "@sendex/core/ports";
import { callOf } from "./call";
import { isBodyHeld } from "./expect-continue";
import { linger } from "./linger";

/**
 * What a route responds with: JSON, unless its headers say otherwise. Text and bytes are sent as they are: replays are
 * byte for byte.
 */
export interface Reply {
  status: number;
  /** JSON, unless the headers say otherwise. */
  body: object | string | Buffer;
  headers?: Record<string, string | string[]>;
  /** Takes the response over once its head is sent, in place of a body; it must end it. */
  flow?: (response: ServerResponse) => void;
}

/** Sends the response, once, and writes the request's log line. */
export function sendReply(log: Log, request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const call = callOf(request);
  logResponse(log, request, reply.status);
  if (response.headersSent || response.destroyed) return reply.flow?.(response);
  // As text, head and body leave in one write.
  const body = ready(reply.body);
  response.statusCode = reply.status;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.flow) {
    response.flushHeaders();
    reply.flow(response);
    return;
  }
  response.setHeader("Content-Length", Buffer.byteLength(body));
  const refused = call.unread && reply.status >= 400;
  if (refused) response.setHeader("Connection", "close");
  if (!refused || isBodyHeld(request)) {
    response.end(body);
    return;
  }
  if (request.method === "HEAD") response.flushHeaders();
  else response.write(body);
  linger(request, () => response.end());
}

function ready(body: Reply["body"]): string | Buffer {
  return typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

function logResponse(log: Log, request: IncomingMessage, status: number): void {
  const { requestId, route, caller, messageIds, startedAt } = callOf(request);
  const fields = {
    requestId,
    method: request.method,
    route,
    status,
    ms: Math.round(performance.now() - startedAt),
    ...(caller && { accountId: caller.accountId, [caller.person ? "userId" : "keyId"]: caller.keyId }),
    ...(messageIds.length === 1 && { messageId: messageIds[0] }),
    ...(messageIds.length > 1 && { messageIds }),
  };
  if (status >= 500) log.warn(fields, "answered");
  else log.info(fields, "answered");
}
