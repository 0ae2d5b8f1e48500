import { idTime } from "@sendex/crypto/token";
import type { Data } from "@sendex/data/database/open";
import { listUnexplained, oldestUnexplained, type Unexplained } from "@sendex/data/ledger/unexplained";

/**
 * Above this an operator should look. A job that a queue lost is admitted again after a minute, and the sweep comes by
 * twice a second: nothing that recovers by itself takes as long.
 */
export const UNEXPLAINED_ALARM_MS = 300_000;
/** How far past its lease a recipient counts as missed by the sweep. */
const LEASE_ALARM_MS = 60_000;
const MAX_COUNTED = 1_000;

/** The recipient that has gone unexplained for longest, and for how long; of one adrift, since its accept. */
export async function oldestUnexplainedAge(
  data: Data,
  now: Date,
): Promise<(Unexplained & { ageMs: number }) | undefined> {
  const oldest = await oldestUnexplained(data, now);
  if (!oldest) return undefined;
  const since = oldest.since ?? idTime(oldest.messageId);
  return { ...oldest, ageMs: Math.max(0, now.getTime() - since.getTime()) };
}

/** Recipients that are neither final nor explainably in flight: adrift, or long past their lease; counted up to 2,000. */
export async function countUnexplained(data: Data, now: Date): Promise<number> {
  return (await unexplained(data, now, MAX_COUNTED)).length;
}

/** As counted; at most `limit` of either kind. */
export async function unexplained(data: Data, now: Date, limit: number): Promise<Unexplained[]> {
  return listUnexplained(data, new Date(now.getTime() - LEASE_ALARM_MS), limit);
}
