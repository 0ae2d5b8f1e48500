import { Pool } from "pg";
import { migrate } from "./migrate";
import { ensurePartitions } from "../schedule/partitions";

/** Migrations, then partitions: what a database needs before the first process uses it. Returns the migrations applied. */
export async function prepareDatabase(databaseUrl: string, now: Date): Promise<string[]> {
  const applied = await migrate(databaseUrl);
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await ensurePartitions(pool, now);
  } finally {
    await pool.end();
  }
  return applied;
}
