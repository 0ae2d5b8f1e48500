import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Pool, type PoolClient } from "pg";
import { inTransaction, lend } from "../src/database/lend";
import { createTestDatabase, type TestDatabase } from "@sendex/testing/database";

describe("a lent connection", () => {
  let database: TestDatabase;
  let pool: Pool;
  let other: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new Pool({ connectionString: database.url, max: 1 });
    other = new Pool({ connectionString: database.url, max: 1 });
    // As openData does; dropping the database breaks connections that are about to close.
    for (const one of [pool, other]) one.on("error", () => undefined);
  });
  afterAll(async () => {
    await Promise.all([pool.end(), other.end()]);
    await database.drop();
  });

  const pidOf = async (client: PoolClient): Promise<number> => {
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    return rows[0]?.pid ?? 0;
  };
  /** Ends a connection at the server's side, and waits until the client has noticed. */
  const breakOff = async (client: PoolClient): Promise<void> => {
    const noticed = new Promise((resolve) => client.once("end", resolve));
    await other.query("SELECT pg_terminate_backend($1)", [await pidOf(client)]);
    await noticed;
  };

  it("that breaks between two queries ends neither the process nor the pool", async () => {
    await expect(lend(pool, async (client) => breakOff(client))).resolves.toBeUndefined();
    const { rows } = await pool.query("SELECT 1 AS one");
    expect(rows).toEqual([{ one: 1 }]);
  });

  it("goes back to the pool when nothing is wrong with it, and is closed when it is discarded", async () => {
    const first = await lend(pool, pidOf);
    const second = await lend(pool, async (client, discard) => {
      discard("who knows");
      return pidOf(client);
    });
    expect(second).toBe(first);
    expect(await lend(pool, pidOf)).not.toBe(first);
  });

  it("rejects a transaction that it breaks in, and takes the next", async () => {
    const broken = inTransaction(pool, async (client) => {
      await breakOff(client);
      await client.query("SELECT 1");
    });
    await expect(broken).rejects.toThrow();
    expect(await inTransaction(pool, pidOf)).toBeGreaterThan(0);
  });

  it("rolls back what a transaction did before it failed", async () => {
    const failed = inTransaction(pool, async (client) => {
      await client.query("CREATE TABLE half (a int)");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    const { rows } = await pool.query("SELECT to_regclass('half') AS found");
    expect(rows).toEqual([{ found: null }]);
  });
});
