import type { Readable } from "node:stream";

/** A client that goes on sending after it was refused gets this much (a refused 50 MB upload fits) … */
const MOST_BYTES = 64 * 1024 * 1024;
/** … and may pause this long. How long it may take in all is the server's limit for any request. */
const IDLE_MS = 5_000;

/**
 * Reads what still comes of a refused request and discards it, then calls `done`, once. Closing a socket that holds
 * unread data resets it, and a reset takes the response away from a client that sends its whole body before it looks
 * for one (RFC 9112 9.6 "lingering close").
 */
export function linger(request: Readable, done: () => void): void {
  let room = MOST_BYTES;
  const timer = setTimeout(finish, IDLE_MS);
  function finish(): void {
    clearTimeout(timer);
    request.off("data", discard).off("end", finish).off("close", finish);
    done();
  }
  function discard(piece: Buffer): void {
    timer.refresh();
    room -= piece.length;
    if (room < 0) finish();
  }
  request.on("data", discard).on("end", finish).on("close", finish);
  if (request.destroyed || request.readableEnded) finish();
  else request.resume();
}
