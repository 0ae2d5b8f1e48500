import { randomBytes } from "node:crypto";
import { createDatabase, dropDatabase } from "@sendex/data/database/create";
import { type Data, openData } from "@sendex/data/database/open";
import { variable } from "./environment";
import { silentLog } from "./log";

export interface TestDatabase {
  url: string;
  /** Removes it, ending connections that are still open. */
  drop: () => Promise<void>;
}

/** A database of the test's own with all migrations applied: a copy of the template, made in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(variable("TEST_TEMPLATE"));
}

/** As createTestDatabase, but with nothing in it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create();
}

/** A minute for a connection: with several files at a time on a busy machine, making one takes seconds. */
const PATIENCE = 15;

/** Its connections, `poolSize` in all, without a log. */
export function openTestData({ url }: TestDatabase, poolSize: number): Data {
  return openData({ url, poolSize, log: silentLog, patience: PATIENCE });
}

async function create(template?: string): Promise<TestDatabase> {
  const adminUrl = variable("TEST_DATABASE_URL");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = await createDatabase(adminUrl, name, template);
  return { url, drop: () => dropDatabase(adminUrl, name) };
}
