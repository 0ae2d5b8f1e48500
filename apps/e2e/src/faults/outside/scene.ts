import { setTimeout as sleep } from "node:timers/promises";
import type { Stack, StackOptions } from "../../stack";
import { onStack as runOnStack } from "../on-stack";
import type { Figures } from "../row";

/** What a scene says of itself; what it leaves out is 0 or empty. */
export type Shown = Partial<Figures>;

/** Runs a scene on a whole system of its own. */
export function onStack(options: StackOptions, scene: (stack: Stack) => Promise<Shown>): Promise<Figures> {
  return runOnStack(options, async (stack) => complete(await scene(stack)));
}

export function complete(shown: Shown): Figures {
  return { messages: 0, lost: 0, duplicated: 0, notes: [], misses: [], ...shown };
}

/** The sentences whose condition is false. */
export function missing(claims: Record<string, boolean>): string[] {
  return Object.entries(claims).flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
}

const POLL_MS = 100;

/** Asks until the answer is yes. → whether it was in time */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** Milliseconds since the epoch, for comparing with what another process wrote down. */
export function epochMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Runs `work` for each item, so many at a time. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const hand = async (): Promise<void> => {
    for (const [index, item] of entries) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return results;
}
