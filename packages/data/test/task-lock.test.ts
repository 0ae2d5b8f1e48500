import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Data } from "../src/database/open";
import { withTaskLock } from "../src/schedule/task-lock";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { locks, plain } from "../src/database/pools";

const TASKS = Array.from({ length: 10 }, (_, i) => `task-${i}`);

describe("a task's lock", () => {
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

  it("keeps no connection from the work of as many tasks as there are", async () => {
    let begun = 0;
    let all = (): void => undefined;
    const everybody = new Promise<void>((resolve) => (all = resolve));
    const work = async (): Promise<void> => {
      begun += 1;
      if (begun === TASKS.length) all();
      await everybody;
      await plain(data).query("SELECT 1");
    };
    const done = await Promise.all(TASKS.map((task) => withTaskLock(data, task, work)));
    expect(done).toEqual(TASKS.map(() => true));
  });

  it("is had by one at a time, and free again when its work has failed", async () => {
    let inner: boolean | undefined;
    const failing = withTaskLock(data, "one", async () => {
      inner = await withTaskLock(data, "one", () => Promise.resolve());
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(inner).toBe(false);
    await expect(withTaskLock(data, "one", () => Promise.resolve())).resolves.toBe(true);
  });

  it("keeps no connection of a server that did not answer: it may hold the lock for nobody", async () => {
    const own = openTestData(database, 2);
    const hanging = withTaskLock(own, "one", () => Promise.reject(new Error("Query read timeout")));
    await expect(hanging).rejects.toThrow("Query read timeout");
    expect(locks(own).totalCount).toBe(0);
    await own.close();
  });
});
