import type { Pool } from "pg";
import type { Prisma, PrismaClient } from "../generated/client";

/** Where `Data` has its connections: callers of this package pass it on and never look inside. */
export const POOLS = Symbol("pools");

export interface Pools {
  /** For accepting, and for statements whose best plan depends on what is asked for. */
  plain: Pool;
  /** For the statements of a mail's way from there on, which find their rows by keys: each is planned once a connection. */
  keyed: Pool;
  /** For work that holds a connection while it asks for others: from one pool it could wait for itself for ever. */
  locks: Pool;
  /** For reads and rare writes, over `plain`. */
  prisma: PrismaClient;
}

interface Pooled {
  readonly [POOLS]: Pools;
}

export function plain(data: Pooled): Pool {
  return data[POOLS].plain;
}

export function keyed(data: Pooled): Pool {
  return data[POOLS].keyed;
}

export function locks(data: Pooled): Pool {
  return data[POOLS].locks;
}

/** What has Prisma's calls in a transaction. */
interface Within {
  readonly prisma: Prisma.TransactionClient;
}

export function prisma(where: Pooled): PrismaClient;
export function prisma(where: Pooled | Within): Prisma.TransactionClient;
export function prisma(where: Pooled | Within): Prisma.TransactionClient {
  return POOLS in where ? where[POOLS].prisma : where.prisma;
}
