import { Pool } from "pg";
import { makePartitions } from "../schedule/partitions";
import { inTransaction } from "./lend";
import { migrate } from "./migrate";

/** Migrations, then partitions: what a database needs before the first process uses it. Returns the migrations applied. */
export async function prepareDatabase(databaseUrl: string, now: Date): Promise<string[]> {
  const applied = await migrate(databaseUrl);
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await inTransaction(pool, (within) => makePartitions(within, now));
  } finally {
    await pool.end();
  }
  return applied;
}
