import type { IncomingMessage, ServerResponse } from "node:http";

/** Requests that announced a body with `Expect: 100-continue` and have not been told to send it. */
const held = new WeakSet<IncomingMessage>();

/** Keeps a caller from sending its body until the checks on the headers are through (RFC 9110 10.1.1). */
export function holdBody(request: IncomingMessage): void {
  held.add(request);
}

export function isBodyHeld(request: IncomingMessage): boolean {
  return held.has(request);
}

/** Lets a held body come; does nothing for any other request. */
export function letBodyCome(request: IncomingMessage, response: ServerResponse): void {
  if (held.delete(request)) response.writeContinue();
}
