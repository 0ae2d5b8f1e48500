import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { SendexError } from "@sendex/core/error";
import { newRequestId } from "./call";
import { renderError } from "./render-error";

const SAYS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "The request's headers are too large.",
  ERR_HTTP_REQUEST_TIMEOUT: "The request took too long to arrive.",
};

/**
 * Answers what is no HTTP request, or takes for ever to become one: there is no request to route, only a socket.
 * @param response the answer under way on this socket, if any; two must not mix
 */
export function answerClientError(error: Error, socket: Duplex, response: ServerResponse | undefined): void {
  const answering = response !== undefined && response.headersSent && !response.writableFinished;
  if (!socket.writable || answering) {
    socket.destroy();
    return;
  }
  const code = "code" in error ? String(error.code) : "";
  const says = SAYS[code] ?? "This is not a valid HTTP request.";
  const reply = renderError(new SendexError("bad_request", says), "sendex");
  const body = JSON.stringify(reply.body);
  const head = [
    `HTTP/1.1 ${reply.status} Bad Request`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${newRequestId()}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
