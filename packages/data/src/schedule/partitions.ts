import { DAY_MS } from "@sendex/kit/day";
import { idFloor } from "@sendex/crypto/token";
import { bigint } from "../database/parameters";
import { composed, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { type Transaction, transaction } from "../database/transaction";

/**
 * The children of the partitioned tables. A partition's bounds are ids: the lowest id of its first instant and
 * of the next one's, so a row's own key says where it lives and old content goes by dropping a table.
 */
type Period = "day" | "week" | "month";

interface Partitioned {
  table: string;
  /** Of the ids in its partition column. */
  prefix: string;
  period: Period;
  /** The columns of its primary key. */
  key: string;
}

const PARTITIONED: readonly Partitioned[] = [
  { table: "messages", prefix: "msg", period: "month", key: "account_id, id" },
  { table: "message_tags", prefix: "msg", period: "month", key: "account_id, mode, tag, message_id" },
  { table: "recipients", prefix: "msg", period: "month", key: "account_id, message_id, n" },
  { table: "attempts", prefix: "msg", period: "month", key: "account_id, message_id, n, attempt" },
  { table: "contents", prefix: "msg", period: "day", key: "account_id, message_id, field" },
  { table: "events", prefix: "evt", period: "week", key: "account_id, id" },
  { table: "deliveries", prefix: "evt", period: "week", key: "account_id, event_id, webhook_id" },
  {
    table: "delivery_attempts",
    prefix: "evt",
    period: "week",
    key: "account_id, event_id, webhook_id, attempt",
  },
  { table: "request_logs", prefix: "log", period: "week", key: "account_id, mode, id" },
  { table: "request_log_messages", prefix: "log", period: "week", key: "account_id, message_id, log_id" },
];

const PARTITION_DAYS_AHEAD = 30;
/** Ids carry their maker's clock; one day back covers a slow one, and a start just after midnight. */
const DAYS_BEHIND = 1;
/** Any number, the same in every process: one maker at a time. */
const ADVISORY_LOCK = 7_036_332;

/**
 * Makes every partition from yesterday to 30 days ahead that is missing; safe to run at any time, by many, and beside
 * any traffic: a table that is made apart and then attached does not lock its parent.
 */
export async function ensurePartitions(data: Data, now: Date): Promise<void> {
  await transaction(data, (within) => makePartitions(within, now));
}

/** The same on a connection that is in a transaction. */
export async function makePartitions(within: Transaction, now: Date): Promise<void> {
  const wanted = PARTITIONED.flatMap((partitioned) =>
    periods(partitioned.period, now).map(([from, to]) => ({ partitioned, from, to })),
  );

  await within.query(LOCK_MAKERS({ lock: ADVISORY_LOCK }));
  const names = await partitionNames(within);
  const statements = wanted
    .filter(({ partitioned, from }) => !names.includes(partitionName(partitioned.table, from)))
    .flatMap(({ partitioned, from, to }) => partitionSql(partitioned, from, to));
  if (statements.length > 0) await within.query(composed(() => statements.join(";\n")));
}

/** A child of a partitioned table; it holds ids made from `from` on, and before `to`. */
export interface Partition {
  table: string;
  name: string;
  from: Date;
  to: Date;
}

/** Every child there is, also one that is detached and not dropped yet. */
export async function partitionsIn(data: Data): Promise<Partition[]> {
  const names = await partitionNames(plain(data));
  return PARTITIONED.flatMap(({ table, period }) =>
    names.flatMap((name) => {
      const [, year, month, day] = new RegExp(`^${table}_(\\d{4})(\\d\\d)(\\d\\d)$`).exec(name) ?? [];
      if (day === undefined) return [];
      const from = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      return [{ table, name, from, to: nextOf(period, from) }];
    }),
  );
}

/** Whole days from now for which every table has partitions; `/readyz` warns below 7. */
export async function partitionDaysAhead(data: Data, now: Date): Promise<number> {
  const names = new Set(await partitionNames(plain(data)));
  for (let day = 0; day <= PARTITION_DAYS_AHEAD; day += 1) {
    const at = new Date(now.getTime() + day * DAY_MS);
    if (!PARTITIONED.every(({ table, period }) => names.has(partitionName(table, startOf(period, at)))))
      return day - 1;
  }
  return PARTITION_DAYS_AHEAD;
}

async function partitionNames(where: Transaction): Promise<string[]> {
  const { rows } = await where.query<{ name: string }>(NAMES({}));
  return rows.map(({ name }) => name);
}

function periods(period: Period, now: Date): [Date, Date][] {
  const last = now.getTime() + PARTITION_DAYS_AHEAD * DAY_MS;
  const found: [Date, Date][] = [];
  let from = startOf(period, new Date(now.getTime() - DAYS_BEHIND * DAY_MS));
  while (from.getTime() <= last) {
    const to = nextOf(period, from);
    found.push([from, to]);
    from = to;
  }
  return found;
}

/**
 * The primary key is made last: between indexes that cost the same, as all do while a table is empty, PostgreSQL's
 * planner takes the youngest, and a plan that is kept must not go by another one when the table has filled.
 */
function partitionSql({ table, prefix, key }: Partitioned, from: Date, to: Date): string[] {
  const name = partitionName(table, from);
  return [
    `CREATE TABLE parts.${name} (LIKE ${table} INCLUDING ALL)`,
    `ALTER TABLE parts.${name} DROP CONSTRAINT ${name}_pkey, ADD PRIMARY KEY (${key})`,
    `ALTER TABLE ${table} ATTACH PARTITION parts.${name} FOR VALUES FROM ('${idFloor(prefix, from)}') TO ('${idFloor(prefix, to)}')`,
  ];
}

function partitionName(table: string, from: Date): string {
  return `${table}_${from.toISOString().slice(0, 10).replaceAll("-", "")}`;
}

/** Weeks begin on Monday, all times are UTC. */
function startOf(period: Period, at: Date): Date {
  const day = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), period === "month" ? 1 : at.getUTCDate()),
  );
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return period === "week" ? new Date(day.getTime() - sinceMonday * DAY_MS) : day;
}

function nextOf(period: Period, from: Date): Date {
  if (period === "month") return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return new Date(from.getTime() + (period === "week" ? 7 : 1) * DAY_MS);
}

const LOCK_MAKERS = unpreparedStatement({ lock: bigint }, (p) => `SELECT pg_advisory_xact_lock(${p.lock})`);

const NAMES = unpreparedStatement(
  {},
  () => `
SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'parts' AND c.relkind = 'r'`,
);
