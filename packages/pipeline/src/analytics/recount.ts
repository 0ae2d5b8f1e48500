import { setTimeout as sleep } from "node:timers/promises";
import { SendexError } from "@sendex/core/error";
import type { Range } from "@sendex/core/analytics/periods";
import { recountMetrics } from "@sendex/data/analytics/recount";
import { withTaskLock } from "@sendex/data/schedule/task-lock";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { METRICS_TASK } from "./roll-up";

/** The scheduler holds the lock for a turn at a time. */
const LOCK_TRIES = 120;
const LOCK_WAIT_MS = 500;

/**
 * Counts an account's analytics of whole hours anew, from its rows, while no scheduler counts. Returns how many cells came of it.
 * @throws SendexError service_unavailable where the scheduler did not let go within a minute
 */
export async function recount(
  { data, clock }: Context,
  accountId: string,
  range: Range,
  by: string,
): Promise<number> {
  const act = actOf(clock(), by, "analytics.recount", accountId, { ...range });
  let cells = 0;
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const done = await withTaskLock(data, METRICS_TASK, async () => {
      cells = await recountMetrics(data, accountId, range, act);
    });
    if (done) return cells;
    await sleep(LOCK_WAIT_MS);
  }
  throw new SendexError("service_unavailable", "The scheduler was counting for a minute. Try again.");
}
