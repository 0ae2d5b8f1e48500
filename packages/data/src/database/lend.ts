import type { Pool, PoolClient } from "pg";
import { isDatabaseTrouble } from "./trouble";

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

/** Runs `work` in one transaction; commits when it resolves, rolls back when it rejects. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return lend(pool, async (client, discard) => {
    try {
      await client.query("BEGIN");
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(discard);
      throw error;
    }
  });
}
