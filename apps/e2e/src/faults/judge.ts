import type { LedgerLine } from "../sandbox";
import type { Stack } from "../stack";
import type { Figures } from "./row";
import { finalsOf, type Told, untilTold } from "./told";

export interface Case {
  /** What was answered 202. */
  ids: readonly string[];
  /** When the fault was over, by `performance.now()`; absent: the row has no time to recover. */
  since?: number;
  /** The most it may take from then, in seconds. */
  withinSeconds?: number;
  /** SES publishes nothing for these. */
  withoutEvents?: boolean;
  notes?: string[];
  /** What missed the target already. */
  misses?: string[];
}

/**
 * The count waits so much longer than the target, from the last sign of life: a late message is late, not lost. On a machine
 * that is busy, a lease may run out, or SES's answer come too late; then the ladder's first wait comes on top.
 */
const PATIENCE_MS = 180_000;

/** Waits for every message's end, counts by SES's ledger and the receiver's log, and holds it against the target. */
export async function judge(stack: Stack, given: Case): Promise<Figures> {
  const { ids, since, withinSeconds = 0, withoutEvents = false, notes = [], misses = [] } = given;
  const patience = withinSeconds * 1000 + PATIENCE_MS;
  const told = await untilTold(stack, ids, { patience, withoutEvents });
  const seconds = since === undefined ? undefined : (performance.now() - since) / 1000;
  const counts = count(await stack.sandbox.ledger(), told, ids, withoutEvents);
  const late = seconds !== undefined && withinSeconds > 0 && seconds > withinSeconds;
  return {
    messages: ids.length,
    lost: counts.lost,
    duplicated: counts.duplicated,
    ...(seconds === undefined ? {} : { seconds }),
    notes,
    misses: [
      ...misses,
      ...(counts.lost > 0 ? [`${counts.lost} lost`] : []),
      ...(counts.duplicated > 0 ? [`${counts.duplicated} sent more than once`] : []),
      ...(counts.toldTwice > 0 ? [`${counts.toldTwice} events told under two webhook ids`] : []),
    ],
    late: late ? [`${seconds.toFixed(1)} s instead of ${withinSeconds} s`] : [],
  };
}

export interface Counts {
  /** No end was told; or told as handed over, and SES never took it. */
  lost: number;
  /** Copies beyond the first, of whatever SES took. */
  duplicated: number;
  /** One thing told about a message under two ids. */
  toldTwice: number;
}

const NEVER_HANDED_OVER = ["email.failed", "email.cancelled", "email.suppressed"];

export function count(
  ledger: readonly LedgerLine[],
  told: Told,
  ids: readonly string[],
  withoutEvents = false,
): Counts {
  const copies = copiesOf(ledger);
  const isLost = (id: string) => {
    const finals = finalsOf(told, id, withoutEvents);
    return finals.length === 0 || (!copies.has(id) && !finals.some((end) => NEVER_HANDED_OVER.includes(end)));
  };
  const twice = ids.map((id) => {
    const events = [...told.about(id).values()];
    return events.length - new Set(events).size;
  });
  return {
    lost: ids.filter(isLost).length,
    duplicated: [...copies.values()].reduce((sum, n) => sum + n - 1, 0),
    toldTwice: twice.reduce((sum, n) => sum + n, 0),
  };
}

/** How many times SES took each message, one recipient each. */
function copiesOf(ledger: readonly LedgerLine[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { tags } of ledger) {
    const id = tags["sendex-message"];
    if (id !== undefined) copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  return copies;
}

/** The value that 99 of 100 do not exceed; 0 of none. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.99) - 1)] ?? 0;
}
