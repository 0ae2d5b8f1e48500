import { setTimeout as sleep } from "node:timers/promises";
import { SendexApiError } from "@sendex/sdk/errors";
import { readBlocks } from "@sendex/sdk/sse";
import type { Connection } from "../config/connection";
import { reasonOf } from "../failure";

/** What a stream tells. Source: docs/api.md "Event stream". */
export type Told =
  | { kind: "event"; id: string; type: string; body: string }
  /** All that happened before this id was told; the first block of a connection says where it begins. */
  | { kind: "position"; id: string };

/** What becomes of the connection. */
export interface Watch {
  opened(): void;
  lost(reason: string, waitMs: number): void;
  /** The API goes back 3 days, and the id it was asked to go on after is older. */
  tooOld(): void;
}

export interface Following {
  connection: Pick<Connection, "apiKey" | "apiUrl">;
  /** Names of events; none: all. */
  events: readonly string[];
  /** The id to go on after, asked before each connection; undefined: begins now. */
  position(): string | undefined;
  watch: Watch;
  signal: AbortSignal;
}

/** What the stream's `retry` says. */
const FIRST_WAIT_MS = 2_000;
const MAX_WAIT_MS = 30_000;
/** From a request to the head of its response. */
const OPEN_MS = 15_000;
/** The API sends something every 15 s; a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000;

/**
 * What the API tells, for as long as it is read: a connection that breaks is made again, after a wait that doubles. Some
 * events come again then. The next block is read when it is asked for, so that nothing piles up here.
 * @throws SendexApiError on a refusal that waiting does not mend
 */
export async function* followStream(following: Following): AsyncGenerator<Told, void, undefined> {
  const { watch, signal } = following;
  let after = following.position();
  for (let failures = 0; !signal.aborted; failures += 1) {
    const dead = new AbortController();
    const either = AbortSignal.any([signal, dead.signal]);
    let waitMs = waitAfter(failures);
    try {
      const blocks = readBlocks(await open(following, after, either, () => dead.abort()));
      watch.opened();
      yield* tell(blocks, () => (failures = 0), dead);
      watch.lost("the API ended the stream", (waitMs = waitAfter(0)));
    } catch (error) {
      if (signal.aborted) return;
      const passing = error instanceof SendexApiError ? whenPassing(error) : 0;
      if (passing !== undefined) watch.lost(reasonOf(error), (waitMs = Math.max(waitMs, passing)));
      else if (!isTooOld(error, after)) throw error;
      else {
        watch.tooOld();
        waitMs = 0;
      }
    } finally {
      dead.abort();
    }
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    after = following.position();
  }
}

/** The body of an open stream. @throws SendexApiError on a refusal, and whatever fetch throws */
async function open(
  { connection, events }: Following,
  after: string | undefined,
  signal: AbortSignal,
  giveUp: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const url = new URL("/api/v1/events/stream", connection.apiUrl);
  if (events.length > 0) url.searchParams.set("events", events.join(","));
  const late = setTimeout(giveUp, OPEN_MS);
  try {
    const response = await fetch(url, {
      headers: {
        accept: "text/event-stream",
        authorization: `Bearer ${connection.apiKey}`,
        "user-agent": "sendex-listen",
        ...(after !== undefined && { "last-event-id": after }),
      },
      redirect: "error",
      signal,
    });
    if (response.ok && response.body) return response.body;
    const body: unknown = await response.json().catch(() => undefined);
    throw new SendexApiError(response.status, response.headers, body);
  } finally {
    clearTimeout(late);
  }
}

async function* tell(
  blocks: ReturnType<typeof readBlocks>,
  heard: () => void,
  dead: AbortController,
): AsyncGenerator<Told, void, undefined> {
  try {
    for (;;) {
      // While an event is handed over nobody reads, and silence means nothing.
      const silent = setTimeout(() => dead.abort(), SILENCE_MS);
      const step = await blocks.next().finally(() => clearTimeout(silent));
      if (step.done === true) return;
      heard();
      const { id, event, data } = step.value;
      if (id === undefined) continue;
      if (data !== undefined) yield { kind: "event", id, type: event ?? "message", body: data };
      else yield { kind: "position", id };
    }
  } finally {
    await blocks.return(undefined);
  }
}

/** Doubles; a part of it is chance, so that listeners do not come back together. */
function waitAfter(failures: number): number {
  const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return Math.round(wait * (1 + Math.random() / 4));
}

/** Milliseconds to wait at least; undefined for what waiting does not mend. */
function whenPassing({ status, retryAfterSeconds }: SendexApiError): number | undefined {
  if (status !== 429 && status < 500) return undefined;
  return Math.min(MAX_WAIT_MS, (retryAfterSeconds ?? 0) * 1_000);
}

function isTooOld(error: unknown, after: string | undefined): boolean {
  return (
    after !== undefined &&
    error instanceof SendexApiError &&
    error.fields.some(({ field, code }) => field === "last_event_id" && code === "out_of_range")
  );
}
