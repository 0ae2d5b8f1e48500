import { lend } from "../database/lend";
import { int, text } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
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
    const { rows } = await client.query<{ held: boolean }>(LOCK({ lockClass: LOCK_CLASS, task }));
    if (!rows[0]?.held) return false;
    try {
      await work();
    } finally {
      // Back in the pool with the lock, it would keep the task from every process.
      await client.query(UNLOCK({ lockClass: LOCK_CLASS, task })).catch(discard);
    }
    return true;
  });
}

const LOCK = unpreparedStatement(
  { lockClass: int, task: text },
  (p) => `SELECT pg_try_advisory_lock(${p.lockClass}, hashtext(${p.task})) AS held`,
);

const UNLOCK = unpreparedStatement(
  { lockClass: int, task: text },
  (p) => `SELECT pg_advisory_unlock(${p.lockClass}, hashtext(${p.task}))`,
);
