import { problemOf } from "./problem";

const PATH = "/api/v1/events/stream";

/** A block of a stream of server-sent events; one without data only moves the id. */
export interface StreamedEvent {
  id?: string;
  event?: string;
  data?: string;
}

/**
 * What `GET /api/v1/events/stream` tells, from `after` on. Fetched, as an EventSource sends no headers and so names no
 * account. Throws where there is no stream.
 */
export async function* eventsOf(
  headers: Record<string, string>,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<StreamedEvent> {
  const response = await fetch(PATH, {
    headers: {
      ...headers,
      Accept: "text/event-stream",
      ...(after !== undefined && { "Last-Event-ID": after }),
    },
    signal,
  });
  if (!response.ok || !response.body) throw problemOf(response, undefined);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (rest + read.value).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) yield parseBlock(block);
  }
}

/** The lines of a block → its fields. Source: the HTML standard, "Interpreting an event stream". */
export function parseBlock(block: string): StreamedEvent {
  const found: StreamedEvent = {};
  for (const line of block.split(/\r?\n/)) {
    const [, name, value = ""] = /^(id|event|data)(?::\s?(.*))?$/.exec(line) ?? [];
    if (name === "data") found.data = found.data === undefined ? value : `${found.data}\n${value}`;
    else if (name === "id" || name === "event") found[name] = value;
  }
  return found;
}
