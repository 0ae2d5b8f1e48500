import type { Pool, QueryConfig } from "pg";
import { inTransaction } from "./lend";
import type { Data } from "./open";
import { text } from "./parameters";
import { unpreparedStatement } from "./statement";
import type { Prisma } from "../generated/client";
import { keyed, plain, prisma } from "./pools";
import { commitFailure } from "./trouble";

/** A connection in a transaction. */
export type Transaction = Pick<Pool, "query">;

/** Prisma's calls in a transaction. */
export interface Records {
  readonly prisma: Prisma.TransactionClient;
}

/** Above the limits of the pool and of the statements, whose errors say what was wrong; Prisma's do not. */
const RECORDS_LIMITS = { maxWait: 10_000, timeout: 30_000 };

/** Runs `work` in one transaction, planned as PostgreSQL sees fit; commits when it resolves, rolls back when it rejects. */
export async function transaction<T>(data: Data, work: (within: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(plain(data), work);
}

/**
 * The same for work that finds each of its rows by a key: sequential and bitmap scans, hash and merge joins are off, so that a
 * plan made once a connection, on a table that is still empty, holds when it has filled (docs/adr/0013). Work that
 * reads pages of rows would be slow in it, and nothing would say so.
 */
export async function keyedTransaction<T>(data: Data, work: (within: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(keyed(data), work);
}

/** The same with one snapshot of the database for all of its statements. */
export async function keyedSnapshot<T>(data: Data, work: (within: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(keyed(data), work, ONE_SNAPSHOT);
}

/**
 * The same for chores of an operator's that read more than a statement usually may: one snapshot of the database for
 * all of their statements, each of which may take `limitMs`; `lock` comes before the snapshot.
 */
export async function snapshotTransaction<T>(
  data: Data,
  limitMs: number,
  work: (within: Transaction) => Promise<T>,
  lock?: QueryConfig,
): Promise<T> {
  const limited = async (client: Transaction): Promise<T> => {
    if (lock) await client.query(lock);
    await client.query(LIMIT({ ms: String(limitMs) }));
    const query = (statement: QueryConfig) =>
      client.query({ ...statement, query_timeout: limitMs } as QueryConfig);
    return work({ query } as Transaction);
  };
  return inTransaction(plain(data), limited, ONE_SNAPSHOT);
}

/** The same for Prisma's calls. */
export async function recordsTransaction<T>(data: Data, work: (records: Records) => Promise<T>): Promise<T> {
  let isWorkDone = false;
  try {
    return await prisma(data).$transaction(async (within) => {
      const result = await work({ prisma: within });
      isWorkDone = true;
      return result;
    }, RECORDS_LIMITS);
  } catch (error) {
    throw isWorkDone ? commitFailure(error) : error;
  }
}

const ONE_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ";

const LIMIT = unpreparedStatement(
  { ms: text },
  (p) => `SELECT set_config('statement_timeout', ${p.ms}, true)`,
);

/** For a statement that may stand alone or in a caller's transaction. */
export function plainOr(where: Data | Transaction): Transaction {
  return "query" in where ? where : plain(where);
}
