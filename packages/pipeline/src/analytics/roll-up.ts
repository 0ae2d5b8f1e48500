import { METRICS_KEPT_DAYS } from "@sendex/core/analytics/question";
import { forgetMetrics, rollUpMetrics } from "@sendex/data/analytics/roll-up";
import type { Data } from "@sendex/data/database/open";
import { DAY_MS } from "@sendex/kit/day";
import type { Context } from "../context";

/** Whoever holds this task's lock counts: one at a time. */
export const METRICS_TASK = "metrics";
/** Deltas of one transaction. */
const BATCH = 2_000;
/** Of one turn: another scheduler may take over in between. */
const MAX_BATCHES = 20;

/** Moves what waits into the cells, but for what is of the account `but`. */
export async function rollUpAll(data: Data, but?: string): Promise<void> {
  for (let batch = 0; batch < MAX_BATCHES; batch += 1)
    if ((await rollUpMetrics(data, BATCH, but)) < BATCH) return;
}

export async function forgetOldMetrics({ data, clock }: Context): Promise<void> {
  await forgetMetrics(data, new Date(clock().getTime() - METRICS_KEPT_DAYS * DAY_MS));
}
