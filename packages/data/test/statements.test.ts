import { subscribe } from "node:diagnostics_channel";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { Client, DatabaseError } from "pg";
import { createTestDatabase, type TestDatabase } from "@sendex/testing/database";
import { DECLARED, type Declared } from "../src/database/statement";

const SOURCE = path.join(__dirname, "../src");

/** Those of every file of this package. */
async function allStatements(): Promise<Declared[]> {
  const declared: Declared[] = [];
  subscribe(DECLARED, (statement) => declared.push(statement as Declared));
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(?<!\.test|\.d)\.ts$/.test(file) && !file.startsWith("generated"),
  );
  // Anew, also what this test has loaded by itself.
  await jest.isolateModulesAsync(async () => {
    for (const file of files) await import(path.join(SOURCE, file));
  });
  return declared;
}

describe("the declared statements, prepared on the migrated database", () => {
  let database: TestDatabase;
  let client: Client;
  let statements: Declared[];
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    statements = await allStatements();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** The parameters' types as PostgreSQL finds them, and as they are declared; or why it refuses the statement. */
  async function typesOf({ text, types }: Declared): Promise<{ found: unknown; declared: unknown }> {
    try {
      await client.query(`PREPARE one AS ${text}`);
    } catch (error) {
      if (error instanceof DatabaseError) return { found: error.message, declared: types };
      throw error;
    }
    const { rows } = await client.query<{ found: string[]; declared: string[] }>(
      "SELECT parameter_types::text[] AS found, $1::text[]::regtype[]::text[] AS declared FROM pg_prepared_statements WHERE name = 'one'",
      [types],
    );
    await client.query("DEALLOCATE one");
    return { found: rows[0]?.found, declared: rows[0]?.declared };
  }

  it("have parameters of the types that are declared", async () => {
    const [found, declared] = [new Map<string, unknown>(), new Map<string, unknown>()];
    for (const statement of statements) {
      const types = await typesOf(statement);
      const name = statement.name ?? statement.text;
      found.set(name, types.found);
      declared.set(name, types.declared);
    }
    expect(declared.has("accept")).toBe(true);
    expect(found).toEqual(declared);
  });

  it("have names of their own", () => {
    const names = statements.flatMap(({ name }) => name ?? []);
    expect(names).toEqual([...new Set(names)]);
  });
});
