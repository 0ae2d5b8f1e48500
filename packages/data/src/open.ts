import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolClient } from "pg";
import type { Log } from "@sendex/core/ports";
import { PrismaClient } from "./generated/client";
import { inTransaction } from "./lend";

/** PostgreSQL as the pipeline has it: Prisma for reads and rare writes, its own pool for the hot statements. */
export interface Data {
  prisma: PrismaClient;
  pool: Pool;
  /** Resolves when a statement got through; rejects otherwise, within a second or two. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A connection in a transaction. */
export type Connection = PoolClient;

export interface DataOptions {
  url: string;
  poolSize: number;
  log: Log;
}

/** Also the longest wait for a free connection of the pool. */
const CONNECT_TIMEOUT_MS = 4_000;
/** A caller of the API waits for at most one of these: SDKs give up at about ten seconds. */
const STATEMENT_TIMEOUT_MS = 5_000;
/** Above the statement's own time-out: only a server that hangs meets it. */
const ANSWER_TIMEOUT_MS = 6_000;
const LOCK_TIMEOUT_MS = 3_000;

/** Opens no connection yet; the first statement does. */
export function openData({ url, poolSize, log }: DataOptions): Data {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    prisma,
    pool,
    async ping() {
      await pool.query({ text: "SELECT 1", query_timeout: 1_000 } as { text: string });
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Runs `work` in one transaction; commits when it resolves, rolls back when it rejects. */
export async function transaction<T>(data: Data, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(data.pool, work);
}
