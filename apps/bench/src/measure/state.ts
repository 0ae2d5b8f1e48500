import { setTimeout as sleep } from "node:timers/promises";
import { DEFAULT_PREFIX, SEND_QUEUES } from "@sendex/queue/names";
import type { Rig } from "../rig/rig";
import { plain } from "@sendex/data/database/pools";

/** Everything that grows with mail. What remains is the account, its key and its domain. */
const GROWING = [
  ...[
    "messages",
    "message_tags",
    "recipients",
    "attempts",
    "contents",
    "events",
    "deliveries",
    "delivery_attempts",
  ],
  ...["notifications", "idempotency_keys", "statistic_deltas", "statistics"],
];

/** The tables of the floors that store something. */
export const FLOOR_TABLE = "floor_mails";
export const FLOOR_NOTIFICATIONS = "floor_notifications";

const POLL_MS = 5;
/** A count that has not changed for this long is final. */
const STILL_MS = 100;

/** Empties the tables and Redis, and has PostgreSQL write down what it owes, so that no run pays for another's. */
export async function makeFresh({ context, redis }: Rig): Promise<void> {
  const pool = plain(context.data);
  const floors = await pool.query<{ name: string }>(
    "SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL",
    [[FLOOR_TABLE, FLOOR_NOTIFICATIONS]],
  );
  const tables = [...GROWING, ...floors.rows.map(({ name }) => name)];
  await pool.query(`TRUNCATE ${tables.join(", ")}`);
  await redis.flushall();
  await pool.query("CHECKPOINT");
}

export async function countRows({ context }: Rig, table: string, where = "true"): Promise<number> {
  const text = `SELECT count(*)::int AS count FROM ${table} WHERE ${where}`;
  return (await plain(context.data).query<{ count: number }>(text)).rows[0]?.count ?? 0;
}

/** Send jobs of the standard tier that wait in Redis. */
export function jobsWaiting({ redis }: Rig): Promise<number> {
  return redis.llen(`${DEFAULT_PREFIX}:${SEND_QUEUES.standard}:wait`);
}

/** The answer that stays the same for 100 ms, or `stillMs`. */
export async function settled(ask: () => Promise<number>, stillMs = STILL_MS): Promise<number> {
  let answer = await ask();
  let since = performance.now();
  while (performance.now() - since < stillMs) {
    await sleep(POLL_MS);
    const next = await ask();
    if (next !== answer) since = performance.now();
    answer = next;
  }
  return answer;
}

/** Asks until the answer is `wanted`. Rejects, naming what was waited for and what was last answered, after `limitMs`. */
export async function until(
  what: string,
  wanted: number,
  ask: () => Promise<number>,
  limitMs: number,
): Promise<void> {
  const limit = performance.now() + limitMs;
  for (;;) {
    const asked = performance.now();
    const answer = await ask();
    if (answer === wanted) return;
    const now = performance.now();
    if (now > limit) throw new Error(`${what}: ${answer} of ${wanted} after ${limitMs / 1000} s`);
    // Looking takes a fifth of the time at most: it is part of what the machine does meanwhile.
    await sleep(Math.max(POLL_MS, 4 * (now - asked)));
  }
}
