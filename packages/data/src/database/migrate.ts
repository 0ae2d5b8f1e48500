import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { Client } from "pg";
import { bigint } from "./parameters";
import { PRISMA_FOLDER, readSchema, withSchemaEngine } from "./schema-engine";
import { unpreparedStatement } from "./statement";

const MIGRATIONS = path.join(PRISMA_FOLDER, "migrations");

/** Session advisory lock that migrating processes queue on; the engine itself takes another one, 72707369. */
const MIGRATION_LOCK = 5_318_008_001;

const LOCK = unpreparedStatement({ key: bigint }, ({ key }) => `SELECT pg_advisory_lock(${key})`);

const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations in `folder` (`prisma/migrations`) that the database does not have yet, each in a
 * transaction, and records them as `prisma migrate deploy` would. Any number of processes may call it at once: one
 * applies, the others wait and find nothing left to do.
 *
 * @returns the names of the migrations that this call applied, oldest first
 * @throws Error with the engine's message when a migration fails or an applied one was edited
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query(LOCK({ key: MIGRATION_LOCK }));
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const migrationsList = readMigrations(folder);
      const done = await engine.applyMigrations({ migrationsList, filters: NO_FILTER }).catch(inOneSentence);
      return done.appliedMigrationNames;
    });
  } finally {
    await lock.end();
  }
}

/**
 * The SQL that would turn the database's public schema into what `prisma/schema.prisma` describes; empty when
 * they agree.
 */
export async function drift(databaseUrl: string): Promise<string> {
  const { files } = readSchema();
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: PRISMA_FOLDER },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  const sql = stdout?.trim() ?? "";
  return sql === "-- This is an empty migration." ? "" : sql;
}

/** The engine tells the reason first, then where inside itself it was, the migration's name being in there. */
function inOneSentence(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  const reason = text.split(/\n\s+0: /)[0]?.replace(/^external connector error\s+/, "") ?? text;
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  throw new Error(`${name === undefined ? "Migrating" : `Migration ${name}`} failed: ${reason}`, {
    cause: error,
  });
}

function readMigrations(baseDir: string): MigrationList {
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
