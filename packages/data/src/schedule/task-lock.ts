import { lend } from "../database/lend";
import type { Data } from "../database/open";
import { locks } from "../database/pools";

/** The first half of our advisory locks' keys, so that no other user of the database collides. */
const LOCK_CLASS = 7_036_333;

/**
 * Runs `work` while this process alone, of all that ask for the task, holds its lock in PostgreSQL; does nothing where
 * another holds it. The lock goes with the connection, so a killed holder frees it.
 */
export async function withTaskLock(data: Data, task: string, work: () => Promise<unknown>): Promise<boolean> {
  return lend(locks(data), async (client, discard) => {
    const { rows } = await client.query<{ held: boolean }>(
      "SELECT pg_try_advisory_lock($1, hashtext($2)) AS held",
      [LOCK_CLASS, task],
    );
    if (!rows[0]?.held) return false;
    try {
      await work();
    } finally {
      // Back in the pool with the lock, it would keep the task from every process.
      await client.query("SELECT pg_advisory_unlock($1, hashtext($2))", [LOCK_CLASS, task]).catch(discard);
    }
    return true;
  });
}
