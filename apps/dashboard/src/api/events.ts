import { type Block, readBlocks } from "@sendex/sdk/sse";
import { problemOf } from "./problem";

const PATH = "/api/v1/events/stream";

/**
 * What `GET /api/v1/events/stream` tells, from `after` on. Fetched, as an EventSource sends no headers and so names no
 * account. Throws where there is no stream.
 */
export async function* eventsOf(
  headers: Record<string, string>,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Block> {
  const response = await fetch(PATH, {
    headers: {
      ...headers,
      Accept: "text/event-stream",
      ...(after !== undefined && { "Last-Event-ID": after }),
    },
    signal,
  });
  if (!response.ok || !response.body) throw problemOf(response, undefined);
  yield* readBlocks(response.body);
}
