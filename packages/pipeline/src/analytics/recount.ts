import { setTimeout as sleep } from "node:timers/promises";
import { SCHEDULE_AHEAD_DAYS } from "@sendex/core/accepting/message";
import { SendexError } from "@sendex/core/error";
import type { Range } from "@sendex/core/analytics/periods";
import { daysOf, slicesOf } from "@sendex/core/analytics/slices";
import { beginRecount, countRecipients, recountSlice } from "@sendex/data/analytics/recount";
import type { Data } from "@sendex/data/database/open";
import { withTaskLock } from "@sendex/data/schedule/task-lock";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { METRICS_TASK, rollUpAll } from "./roll-up";

/** The scheduler holds the lock for a turn at a time. */
const LOCK_TRIES = 120;
const LOCK_WAIT_MS = 500;
/** Of a slice: some seconds of PostgreSQL's, and some 100 MB. */
const MOST_RECIPIENTS = 50_000;
/** A mail goes out at most so long after its id was made: the schedule, and the last of the tries. */
const OLDEST_DAYS = SCHEDULE_AHEAD_DAYS + 4;
/** A message's id is of one process's clock, and what is told of it of others'. */
const CLOCKS_MS = HOUR_MS / 4;
const HOURS_A_DAY = DAY_MS / HOUR_MS;

/** How far a recount is: the slice that was counted last, and what came of it. */
export interface Recounted extends Range {
  cells: number;
  /** Slices that are counted, of how many. */
  done: number;
  of: number;
}

interface Options {
  /** Called after each slice; what it throws ends the recount there. */
  told?: (progress: Recounted) => void | Promise<void>;
  mostRecipients?: number;
}

/**
 * Counts an account's analytics of whole hours anew, from its rows, slice by slice: what is counted stays, wherever it ends.
 * Meanwhile no scheduler counts, and what waits of other accounts is counted here, between two slices. What happens to the
 * account's own mail waits until the end: so a message whose slices change after it was looked at is looked at again.
 * Returns how many cells came of it.
 * @throws SendexError service_unavailable where the scheduler did not let go within a minute
 */
export async function recount(
  { data, clock }: Context,
  accountId: string,
  range: Range,
  by: string,
  options: Options = {},
): Promise<number> {
  const act = actOf(clock(), by, "analytics.recount", accountId, { ...range });
  let cells = 0;
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const done = await withTaskLock(data, METRICS_TASK, async () => {
      cells = await recountSlices(data, accountId, range, { act, ...options });
    });
    if (done) return cells;
    await sleep(LOCK_WAIT_MS);
  }
  throw new SendexError("service_unavailable", "The scheduler was counting for a minute. Try again.");
}

async function recountSlices(
  data: Data,
  accountId: string,
  range: Range,
  { act, told, mostRecipients = MOST_RECIPIENTS }: Options & { act: ReturnType<typeof actOf> },
): Promise<number> {
  await rollUpAll(data);
  const slices = await planSlices(data, accountId, range, mostRecipients);
  const oldest = new Date(range.from.getTime() - OLDEST_DAYS * DAY_MS);
  await beginRecount(data, { accountId, slices }, { from: oldest, to: range.from });
  let all = 0;
  for (const [n, { from, to }] of slices.entries()) {
    const made = { from, to: new Date(to.getTime() + CLOCKS_MS) };
    const cells = await recountSlice(data, { accountId, slices }, { n, made }, n === 0 ? act : undefined);
    all += cells;
    await told?.({ from, to, cells, done: n + 1, of: slices.length });
    await rollUpAll(data, accountId);
  }
  return all;
}

async function planSlices(data: Data, accountId: string, range: Range, most: number): Promise<Range[]> {
  const days = daysOf(range);
  // In no more than that a day is cut into hours.
  const recipients = await countRecipients(data, accountId, days, most * HOURS_A_DAY);
  return slicesOf(
    days.map((day, n) => ({ ...day, recipients: recipients[n] ?? 0 })),
    most,
  );
}
