import { setTimeout as sleep } from "node:timers/promises";
import { SendexApiError, SendexConnectionError } from "./errors";
import { readBlocks } from "./sse";

export interface StreamOptions {
  /** Names of events; all of them unless given. */
  events?: string[];
  /** The id of the last event that was handled: goes on after it. */
  lastEventId?: string;
  /** Ends the stream. */
  signal?: AbortSignal;
}

/** An event as a webhook tells it. */
export interface StreamedEvent {
  id: string;
  type: string;
  /** When it happened, ISO 8601. */
  created_at: string;
  mode: "live" | "test";
  data: Record<string, unknown>;
}

export interface Connection {
  apiKey: string;
  baseUrl: string;
  fetch?: typeof fetch;
}

/** Between two connections, in milliseconds; as the API asks where it does. */
const WAIT_MS = 2_000;
const MAX_WAIT_MS = 60_000;
/** The API sends something every 15 s; a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000;
/** After a break the API may repeat a minute; so many ids are remembered, so that each event comes once. */
const REMEMBERED = 20_000;

/**
 * An account's events as they happen, each once, for as long as it is read: a connection that breaks is made again, and
 * goes on where it was. Throws SendexApiError on a refusal that waiting does not mend.
 */
export async function* streamEvents(
  connection: Connection,
  options: StreamOptions = {},
): AsyncGenerator<StreamedEvent, void, undefined> {
  const { signal } = options;
  const known = new Set<string>();
  let lastId = options.lastEventId;
  for (let wait = 0; ; wait = WAIT_MS) {
    if (wait > 0) await sleep(wait, undefined, signal && { signal }).catch(() => undefined);
    if (signal?.aborted) return;
    const silence = openSilence(signal);
    try {
      const response = await connect(connection, options, lastId, silence.signal);
      if (typeof response === "number") {
        await sleep(Math.max(0, response - WAIT_MS), undefined, signal && { signal }).catch(() => undefined);
        continue;
      }
      for await (const { id, data } of readBlocks(response)) {
        silence.heard();
        if (id !== undefined) lastId = id;
        if (id === undefined || data === undefined || known.has(id)) continue;
        remember(known, id);
        yield readEvent(id, data);
      }
    } catch (error) {
      if (error instanceof SendexApiError) throw error;
    } finally {
      silence.close();
    }
  }
}

/** The body of an open stream, or how many milliseconds to wait before another try. */
async function connect(
  { apiKey, baseUrl, fetch: send = fetch }: Connection,
  { events = [] }: StreamOptions,
  lastId: string | undefined,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | number> {
  const url = new URL("/api/v1/events/stream", baseUrl);
  if (events.length > 0) url.searchParams.set("events", events.join(","));
  const response = await send(url, {
    headers: {
      accept: "text/event-stream",
      authorization: `Bearer ${apiKey}`,
      "user-agent": "sendex-sdk",
      ...(lastId !== undefined && { "last-event-id": lastId }),
    },
    redirect: "error",
    signal,
  });
  if (response.ok && response.body) return response.body;
  const body: unknown = await response.json().catch(() => undefined);
  const refusal = new SendexApiError(response.status, response.headers, body);
  if (response.status !== 429 && response.status < 500) throw refusal;
  return Math.min((refusal.retryAfterSeconds ?? 0) * 1_000, MAX_WAIT_MS);
}

function readEvent(id: string, data: string): StreamedEvent {
  // The parse boundary: what the API's description says of a webhook's body.
  const { type, created_at, mode, data: inner } = JSON.parse(data) as StreamedEvent;
  return { id, type, created_at, mode, data: inner };
}

function remember(known: Set<string>, id: string): void {
  known.add(id);
  for (const oldest of known) {
    if (known.size <= REMEMBERED) return;
    known.delete(oldest);
  }
}

/** A signal that aborts when nothing was heard for too long, or when the caller's does. */
function openSilence(signal: AbortSignal | undefined) {
  const dead = new AbortController();
  const timer = setTimeout(() => {
    dead.abort(new SendexConnectionError("The stream went silent.", {}));
  }, SILENCE_MS).unref();
  return {
    signal: signal ? AbortSignal.any([signal, dead.signal]) : dead.signal,
    heard: () => timer.refresh(),
    close() {
      clearTimeout(timer);
      // A reader that stops leaves no connection behind.
      dead.abort();
    },
  };
}
