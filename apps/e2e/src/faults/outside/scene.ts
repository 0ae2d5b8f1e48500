import { type Stack, type StackOptions, startStack } from "../../stack";
import type { Figures } from "../row";

/** What a scene says of itself; what it leaves out is 0 or empty. */
export type Shown = Partial<Figures>;

/** A whole system of its own for one row, ended whatever happens. A process that died unasked is a miss. */
export async function onStack(
  options: StackOptions,
  scene: (stack: Stack) => Promise<Shown>,
): Promise<Figures> {
  const stack = await startStack(options);
  try {
    const figures = complete(await scene(stack));
    const crashed = stack.crashed().map((name) => `${name} ended by itself`);
    return { ...figures, misses: [...figures.misses, ...crashed] };
  } finally {
    await stack.close();
  }
}

function complete(shown: Shown): Figures {
  return { messages: 0, lost: 0, duplicated: 0, notes: [], misses: [], ...shown };
}

/** Several scenes of one row as one: what can be added is added, the longest recovery stands. */
export function together(parts: Figures[]): Figures {
  const sum = (of: (part: Figures) => number) => parts.reduce((total, part) => total + of(part), 0);
  const seconds = parts.flatMap((part) => part.seconds ?? []);
  return {
    messages: sum(({ messages }) => messages),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    ...(seconds.length === 0 ? {} : { seconds: Math.max(...seconds) }),
    notes: parts.flatMap(({ notes }) => notes),
    misses: parts.flatMap(({ misses }) => misses),
  };
}

/** The sentences whose condition is false. */
export function missing(claims: Record<string, boolean>): string[] {
  return Object.entries(claims).flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
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

/** The value that this share (0..1) of them do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
