import type { Pool } from "pg";
import { inTransaction } from "./lend";
import type { Data } from "./open";
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

/** For a statement that may stand alone or in a caller's transaction. */
export function plainOr(where: Data | Transaction): Transaction {
  return "query" in where ? where : plain(where);
}
