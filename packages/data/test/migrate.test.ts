import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { drift, migrate } from "../src/database/migrate";
import { type TestDatabase, createEmptyDatabase, createTestDatabase } from "@sendex/testing/database";

const all = readdirSync(path.resolve(__dirname, "../../../prisma/migrations"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe("migrate", () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createEmptyDatabase();
  });

  afterEach(() => database.drop());

  it("applies every migration to an empty database, oldest first", async () => {
    expect(await migrate(database.url)).toEqual(all);
  });

  it("finds nothing to do the second time", async () => {
    await migrate(database.url);
    expect(await migrate(database.url)).toEqual([]);
  });

  it("records what it applied as prisma migrate does", async () => {
    await migrate(database.url);
    const sql = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1";
    expect((await query(database.url, sql)).map((row) => row["migration_name"])).toEqual(all);
  });

  it("applies each migration once when several processes migrate at the same time", async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(applied.flat()).toEqual(all);
  });

  it("runs scripts with semicolons in comments, strings and function bodies", async () => {
    const script = `
      -- one; two
      CREATE TABLE notes (body text DEFAULT 'a;b');
      CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 42; END $$;`;
    await withMigrations({ "1_notes": script }, async (folder) => {
      expect(await migrate(database.url, folder)).toEqual(["1_notes"]);
    });
    expect(await query(database.url, "SELECT answer()")).toEqual([{ answer: 42 }]);
  });

  it("applies nothing of a migration that fails, and says why", async () => {
    const script = "CREATE TABLE half (id int); CREATE TABLE broken (id nonsense);";
    await withMigrations({ "1_broken": script }, async (folder) => {
      await expect(migrate(database.url, folder)).rejects.toThrow(
        /1_broken.*type "nonsense" does not exist/s,
      );
    });
    expect(await query(database.url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  });

  it("leaves no session lock behind", async () => {
    await migrate(database.url);
    // pg_locks shows every database of the server, and other tests lock in theirs.
    const own = "database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    const held = await query(
      database.url,
      `SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND ${own}`,
    );
    expect(held).toEqual([]);
  });
});

describe("drift", () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(() => database.drop());

  it("is empty after the migrations: they and the schema file agree", async () => {
    expect(await drift(database.url)).toBe("");
  });

  it("is the SQL that takes the database back to the schema file", async () => {
    await query(database.url, "CREATE TABLE stray (id int PRIMARY KEY)");
    expect(await drift(database.url)).toContain('DROP TABLE "stray"');
  });
});

/** Runs `use` over a folder with these migrations: name → SQL. */
async function withMigrations(migrations: Record<string, string>, use: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
  try {
    for (const [name, sql] of Object.entries(migrations)) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, "migration.sql"), sql);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
