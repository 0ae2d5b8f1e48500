import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolConfig } from "pg";
import type { Log } from "@sendex/core/ports";
import { PrismaClient } from "../generated/client";
import { tellOutcomes } from "./lend";
import { POOLS, type Pools } from "./pools";

/** PostgreSQL as callers have it: for this package's functions, each of which knows which pool it wants. */
export interface Data {
  readonly [POOLS]: Pools;
  /** Resolves when a statement got through; rejects otherwise, within a second or two. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DataOptions {
  url: string;
  /** Connections of the plain and the keyed pool together, at least 2. */
  poolSize: number;
  log: Log;
  /** Times every time-out (1): tests share their machine with each other, and no caller of theirs gives up. */
  patience?: number;
}

/** Also the longest wait for a free connection of the pool. */
const CONNECT_TIMEOUT_MS = 4_000;
/** A caller of the API waits for at most one of these: SDKs give up at about ten seconds. */
const STATEMENT_TIMEOUT_MS = 5_000;
/** Above the statement's own time-out: only a server that hangs meets it. */
const ANSWER_TIMEOUT_MS = 6_000;
const LOCK_TIMEOUT_MS = 3_000;

/** Of the connections; the rest are the keyed ones. */
const OTHERS_PART = 0.5;
/** Planning a mail's statements anew takes longer than many mails do, so a few connections stay open in quiet times. */
const KEYED_KEPT = 2;
const IDLE_MS = 60_000;
/** More than the scheduler has tasks; others hold none. */
const MOST_LOCKS = 32;
/**
 * A plan is made once a connection, maybe while a table is still empty, and must hold when it is full: each row by an
 * index, one after the other, whatever the statistics say. A condition that is no key, but that an index has, is written
 * as `(…) IS TRUE`, which no index can be asked for: else all rows of a status might be read in search of one.
 */
const BY_KEYS = [
  "plan_cache_mode=force_generic_plan",
  "enable_seqscan=off",
  "enable_hashjoin=off",
  "enable_mergejoin=off",
  "enable_bitmapscan=off",
  "enable_material=off",
  "jit=off",
];

/** Opens no connection yet; the first statement does. */
export function openData({ url, poolSize, log, patience = 1 }: DataOptions): Data {
  const others = Math.max(1, Math.floor(poolSize * OTHERS_PART));
  const common = { connectionString: url, ...timeouts(patience) };
  const plain = openPool({ ...common, max: others }, log);
  const keyed = openPool(
    {
      ...common,
      max: poolSize - others,
      min: KEYED_KEPT,
      options: BY_KEYS.map((setting) => `-c ${setting}`).join(" "),
    },
    log,
  );
  const locks = openPool({ ...common, max: MOST_LOCKS }, log);
  const prisma = new PrismaClient({ adapter: new PrismaPg(plain, { disposeExternalPool: false }) });
  return {
    [POOLS]: { plain, keyed, locks, prisma },
    async ping() {
      await plain.query({ text: "SELECT 1", query_timeout: 1_000 } as { text: string });
    },
    async close() {
      await prisma.$disconnect();
      await Promise.all([plain.end(), keyed.end(), locks.end()]);
    },
  };
}

function timeouts(patience: number): PoolConfig {
  return {
    connectionTimeoutMillis: patience * CONNECT_TIMEOUT_MS,
    statement_timeout: patience * STATEMENT_TIMEOUT_MS,
    query_timeout: patience * ANSWER_TIMEOUT_MS,
    lock_timeout: patience * LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: patience * STATEMENT_TIMEOUT_MS,
  };
}

function openPool(config: PoolConfig, log: Log): Pool {
  const pool = new Pool({
    ...config,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
  });
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  return tellOutcomes(pool);
}

/** The connections to PostgreSQL that this process has for statements. */
export function countConnections(data: Data): { busy: number; idle: number; awaited: number } {
  const pools = [data[POOLS].plain, data[POOLS].keyed];
  const total = (count: (pool: Pool) => number) => pools.reduce((sum, pool) => sum + count(pool), 0);
  return {
    busy: total(({ totalCount, idleCount }) => totalCount - idleCount),
    idle: total(({ idleCount }) => idleCount),
    awaited: total(({ waitingCount }) => waitingCount),
  };
}
