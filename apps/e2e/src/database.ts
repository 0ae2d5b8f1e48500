import { randomBytes } from "node:crypto";
import { createDatabase, dropDatabase } from "@sendex/data/database/create";
import { Pool } from "pg";
import { variable } from "./environment";

/** The stack's own database, a copy of the migrated template, to look into what no surface shows. */
export interface Database {
  url: string;
  rows<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openDatabase(): Promise<Database> {
  const adminUrl = variable("TEST_DATABASE_URL");
  const name = `e2e_${randomBytes(6).toString("hex")}`;
  const url = await createDatabase(adminUrl, name, variable("TEST_TEMPLATE"));
  const pool = new Pool({ connectionString: url, max: 2 });
  // Dropping the database breaks connections that are about to close.
  pool.on("error", () => undefined);
  return {
    url,
    rows: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    async close() {
      await pool.end();
      await dropDatabase(adminUrl, name);
    },
  };
}
