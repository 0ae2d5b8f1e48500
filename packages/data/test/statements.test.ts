import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { Client, DatabaseError } from "pg";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { erasePage, oldPartitions } from "../src/content/old-partitions";
import type { Data } from "../src/database/open";
import { listCalls } from "../src/logs/list";
import type { LogFilter } from "../src/logs/list-conditions";
import { listMessages } from "../src/messages/list";
import type { MessageFilter } from "../src/messages/list-conditions";
import { DECLARED, type Declared } from "../src/database/statement";

const SOURCE = path.join(__dirname, "../src");

/** What is declared while `work` runs. */
async function declaredBy(work: () => Promise<unknown>): Promise<Declared[]> {
  const declared: Declared[] = [];
  const hear = (statement: unknown) => void declared.push(statement as Declared);
  subscribe(DECLARED, hear);
  await work();
  unsubscribe(DECLARED, hear);
  return declared;
}

/** Loads every file of this package. */
async function loadAll(): Promise<void> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) => /(?<!\.test|\.d)\.ts$/.test(file) && !file.startsWith("generated"),
  );
  // Anew, also what this test has loaded by itself.
  await jest.isolateModulesAsync(async () => {
    for (const file of files) await import(path.join(SOURCE, file));
  });
}

/** Each by itself, and all together. */
const PARTS: Omit<MessageFilter, "limit" | "mode">[] = [
  {
    status: {
      some: [{ statuses: ["sent"], waiting: true, exhausted: false }],
      none: [{ statuses: ["failed"] }],
    },
  },
  { recipient: "ann@example.com" },
  { sender: "ann@example.com" },
  { tag: { name: "a", value: "b" } },
  { metadata: { name: "a", value: "1" } },
  { q: "a" },
  { from: "msg_1", until: "msg_3" },
  { after: "msg_2" },
  { before: "msg_2" },
];
const LOG_PARTS: Omit<LogFilter, "from" | "limit">[] = [
  { status: { from: 200, to: 299 } },
  { status: { from: 404, to: 404 } },
  { method: "GET", endpoint: "/api", callerId: "key_1" },
  { messageId: "msg_1", until: "log_3" },
  { requestId: "r", after: "log_2" },
  { before: "log_2" },
];
const FILTERS = [...PARTS, PARTS.reduce((all, part) => ({ ...all, ...part }))];

/** Asks for what is composed for each question. */
async function composeAll(data: Data): Promise<void> {
  for (const filter of FILTERS)
    for (const mode of ["live", "test"] as const)
      await listMessages(data, "acc_1", { ...filter, mode, limit: 10 });
  for (const filter of LOG_PARTS)
    await listCalls(data, { accountId: "acc_1", mode: "live" }, { ...filter, from: "log_1", limit: 10 });
  const [oldest] = await oldPartitions(data, "contents", new Date("2999-01-01"));
  if (!oldest) throw new Error("there is no partition");
  const page = { limit: 10, rows: true };
  await erasePage(data, oldest, { accountId: "", messageId: "" }, page);
}

describe("the declared statements, prepared on the migrated database", () => {
  let database: TestDatabase;
  let client: Client;
  let data: Data;
  let statements: Declared[];
  let composed: Declared[];
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    data = openTestData(database, 2);
    statements = await declaredBy(loadAll);
    composed = await declaredBy(() => composeAll(data));
  });
  afterAll(async () => {
    await data.close();
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
    for (const statement of [...statements, ...composed]) {
      const types = await typesOf(statement);
      const name = statement.name ?? statement.text;
      found.set(name, types.found);
      declared.set(name, types.declared);
    }
    expect(declared.has("accept")).toBe(true);
    expect(composed.length).toBeGreaterThan(FILTERS.length);
    expect(found).toEqual(declared);
  });

  it("have names of their own", () => {
    const names = statements.flatMap(({ name }) => name ?? []);
    expect(names).toEqual([...new Set(names)]);
  });
});
