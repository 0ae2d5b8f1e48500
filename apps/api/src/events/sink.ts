import type { ServerResponse } from "node:http";
import type { Sink } from "@sendex/pipeline/events/follow";

/** What a reader may leave unread in this process; a slower one is cut off, and comes back with the id that it has. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** While it catches up, a reader takes what it was given within this time. */
const DRAIN_MS = 30_000;

/** A response whose head was sent, as a place for a stream's text. */
export function openSink(response: ServerResponse): Sink {
  if (response.req.method === "HEAD") response.end();
  return {
    write(text) {
      if (response.writableEnded || response.destroyed) return;
      response.write(text);
      if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    },
    async drained() {
      if (!response.writableNeedDrain || response.destroyed) return;
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => response.destroy(), DRAIN_MS).unref();
        const done = (): void => {
          clearTimeout(late);
          response.off("drain", done).off("close", done);
          resolve();
        };
        response.on("drain", done).on("close", done);
      });
    },
    end: () => void response.end(),
    onClose(closed) {
      if (response.closed) closed();
      else response.once("close", closed);
    },
  };
}
