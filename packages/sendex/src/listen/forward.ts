import http from "node:http";
import https from "node:https";
import { reasonOf } from "../failure";

/** What came of one request to the developer's machine. */
export type Answer =
  | { kind: "answered"; status: number; ms: number }
  /** No connection: the receiver knows nothing of it. */
  | { kind: "unreachable"; reason: string }
  /** A connection, and no response: the receiver may know of it. */
  | { kind: "silent"; reason: string };

/** As for a real delivery. Source: docs/webhooks.md "Delivery". */
const TIMEOUT_MS = 15_000;
/** What is read of a response's body, and for how long; nothing is done with it. */
const MAX_BODY_BYTES = 64 * 1024;
const BODY_MS = 15_000;

export type Forward = (headers: Record<string, string>, body: string, signal: AbortSignal) => Promise<Answer>;

/** POSTs to a target. Its status is the answer, as soon as it is there; redirects are not followed. */
export function openForward(target: URL, timeoutMs = TIMEOUT_MS): Forward {
  const { request } = target.protocol === "https:" ? https : http;
  // Each has a connection of its own: one that was kept may have been closed meanwhile.
  const options = { method: "POST", agent: false };
  return (headers, body, signal) =>
    new Promise((resolve) => {
      const began = performance.now();
      let connected = false;
      const length = String(Buffer.byteLength(body));
      const outgoing = request(target, {
        ...options,
        headers: { ...headers, "content-length": length },
        signal,
      });
      const late = setTimeout(
        () => outgoing.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)),
        timeoutMs,
      );
      outgoing.once("socket", (socket) => {
        socket.once(target.protocol === "https:" ? "secureConnect" : "connect", () => (connected = true));
      });
      outgoing.once("response", (incoming) => {
        clearTimeout(late);
        resolve({
          kind: "answered",
          status: incoming.statusCode ?? 0,
          ms: Math.round(performance.now() - began),
        });
        readAway(incoming);
      });
      // Also after the response: then nobody waits any more.
      outgoing.on("error", (error) => {
        clearTimeout(late);
        resolve({ kind: connected ? "silent" : "unreachable", reason: reasonOf(error) });
      });
      outgoing.end(body);
    });
}

/** A response that nobody reads keeps its receiver busy; one that never ends is cut off. */
function readAway(incoming: http.IncomingMessage): void {
  const late = setTimeout(() => incoming.destroy(), BODY_MS).unref();
  let bytes = 0;
  incoming.on("data", (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > MAX_BODY_BYTES) incoming.destroy();
  });
  incoming.on("error", () => undefined);
  incoming.once("close", () => clearTimeout(late));
}
