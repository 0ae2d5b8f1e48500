import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Data } from "../src/database/open";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { keyed } from "../src/database/pools";

/** As the statements of a mail's way look for their rows; each table's key after its name. */
const LOOK_UPS: Record<string, string> = {
  messages: "account_id, id",
  recipients: "account_id, message_id, n",
  attempts: "account_id, message_id, n, attempt",
  contents: "account_id, message_id, field",
  events: "account_id, id",
  deliveries: "account_id, event_id, webhook_id",
  suppressions: "account_id, address",
  test_suppressions: "account_id, address",
  ses_suppressions: "route, address",
  delivery_attempts: "account_id, event_id, webhook_id, attempt",
};

describe("a plan of the keyed pool, made while a table is empty", () => {
  let database: TestDatabase;
  let data: Data;
  beforeAll(async () => {
    database = await createTestDatabase();
    data = openTestData(database, 2);
  });
  afterAll(async () => {
    await data.close();
    await database.drop();
  });

  it.each(Object.entries(LOOK_UPS))(
    "goes by the primary key of %s in every partition",
    async (table, key) => {
      const { rows } = await keyed(data).query<{ "QUERY PLAN": string }>(
        `EXPLAIN WITH k AS MATERIALIZED (SELECT ${key} FROM ${table} LIMIT 10) SELECT * FROM k JOIN ${table} USING (${key})`,
      );
      const plan = rows.map((row) => row["QUERY PLAN"]);
      const inner = plan.slice(plan.findIndex((line) => line.includes("CTE Scan")));
      const scans = inner.filter((line) => line.includes("Scan using") || line.includes("Seq Scan"));
      expect(scans.length).toBeGreaterThan(0);
      for (const scan of scans) expect(scan).toContain("_pkey");
    },
  );
});
