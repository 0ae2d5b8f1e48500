import type { Pool, PoolClient, QueryConfig } from "pg";
import { commitFailure, isDatabaseTrouble } from "./trouble";

/**
 * Lends a connection of the pool to `work`. One that broke meanwhile, or that `work` discards because its state is
 * unknown, is closed. So is one whose server did not answer in time, since it may still carry out the statement: a
 * lock that it then takes would stay for as long as the pool keeps the connection. Any other goes back to the pool.
 */
export async function lend<T>(
  pool: Pool,
  work: (client: PoolClient, discard: (why: unknown) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const discard = (why: unknown) => {
    broken = why instanceof Error ? why : new Error("discarded");
  };
  // While a connection is lent the pool does not listen, and one that breaks between two queries would end the process.
  client.on("error", discard);
  try {
    return await work(client, discard);
  } catch (error) {
    if (isDatabaseTrouble(error)) discard(error);
    throw error;
  } finally {
    client.off("error", discard);
    client.release(broken);
  }
}

/**
 * Runs `work` in one transaction; commits when it resolves, rolls back when it rejects.
 * @throws OutcomeUnknown where the answer to COMMIT was lost
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  begin: "BEGIN" | "BEGIN ISOLATION LEVEL REPEATABLE READ" = "BEGIN",
): Promise<T> {
  return lend(pool, async (client, discard) => {
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query("COMMIT").catch(failCommit);
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(discard);
      throw error;
    }
  });
}

function failCommit(error: unknown): never {
  throw commitFailure(error);
}

const WRITES = /\b(?:insert|update|delete)\b/i;

/**
 * Lets a statement that the pool itself runs, and so commits, fail with OutcomeUnknown where it writes and its answer was
 * lost; a failure to connect stays what it is.
 */
export function tellOutcomes(pool: Pool): Pool {
  const query = (statement: string | QueryConfig, values?: unknown[]) =>
    lend(pool, (client) =>
      client.query(statement, values).catch((error: unknown) => {
        const text = typeof statement === "string" ? statement : statement.text;
        throw WRITES.test(text) ? commitFailure(error) : error;
      }),
    );
  return Object.assign(pool, { query });
}
