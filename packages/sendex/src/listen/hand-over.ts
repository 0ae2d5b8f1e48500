import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../clock";
import type { Answer, Forward } from "./forward";
import { signedHeaders } from "./sign";
import type { Told } from "./stream";

export type ToldEvent = Extract<Told, { kind: "event" }>;

/** How handing over goes. */
export interface Handing {
  forward: Forward;
  secret: string;
  clock: Clock;
  signal: AbortSignal;
  /** A try came to nothing; another follows after this wait. */
  waits(event: ToldEvent, answer: Answer, waitMs: number): void;
}

const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 5_000;
/** A receiver that takes the connection and does not answer may fail because of this very event. */
const MAX_SILENT = 3;

/**
 * Hands an event to the developer's machine. While nobody listens there it waits, for as long as that takes; a receiver
 * that breaks off is tried 3 times. Each try is signed anew, under the same id. Resolves to the last answer;
 * undefined where it was stopped.
 */
export async function handOver(
  { forward, secret, clock, signal, waits }: Handing,
  event: ToldEvent,
): Promise<Answer | undefined> {
  const { id, body } = event;
  let silent = 0;
  for (let nth = 0; !signal.aborted; nth += 1) {
    const answer = await forward(signedHeaders(secret, id, clock(), body), body, signal);
    if (answer.kind === "answered") return answer;
    if (signal.aborted) return undefined;
    if (answer.kind === "silent") silent += 1;
    if (silent >= MAX_SILENT) return answer;
    const waitMs = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(nth, 10));
    waits(event, answer, waitMs);
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
