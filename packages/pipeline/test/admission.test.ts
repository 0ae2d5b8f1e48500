import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { FIRST_WINDOW } from "@sendex/core/sending/admission";
import type { Draft, Priority } from "@sendex/core/accepting/message";
import { openAdmission } from "@sendex/pipeline/sending/admit";
import type { SendJob } from "@sendex/queue/names";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { Redis } from "ioredis";
import { seedAccount } from "@sendex/testing/accounts";
import { accept, draftOf, type Drive, openDrive, requestOf } from "@sendex/testing/drive";
import { plain } from "@sendex/data/database/pools";

const DIRECT = FIRST_WINDOW / 2;

describe("admission", () => {
  let drive: Drive;
  let admit: () => Promise<number>;
  let redis: Redis;
  beforeEach(async () => {
    drive = await openDrive();
    admit = openAdmission(drive.test.context);
    redis = new Redis(drive.test.redis.url);
  });
  afterEach(async () => {
    redis.disconnect();
    await drive.test.close();
  });

  /** In batches of 100, each accepted once the one before is in its queue, if that was short. */
  async function postMany(count: number, from: Drive = drive, draft: Partial<Draft> = {}): Promise<void> {
    const { priority = "standard" } = draft;
    for (let left = count; left > 0; left -= 100) {
      const drafts = Array.from({ length: Math.min(left, 100) }, () => draftOf(from, draft));
      const before = await countOf(priority);
      await accept(from.test.context, requestOf(from, drafts, { batch: "strict" }));
      while ((await countOf(priority)) < Math.min(before + drafts.length, DIRECT))
        await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function another(): Promise<Drive> {
    const account = await seedAccount(drive.test.context);
    return { ...drive, account, caller: await authenticate(drive.test.context, account.authorization) };
  }

  const queue = (priority: Priority = "standard"): string => `${drive.test.redis.prefix}:send-${priority}`;
  const countOf = (priority: Priority): Promise<number> => redis.llen(`${queue(priority)}:wait`);
  const count = (): Promise<number> => countOf("standard");

  /** The waiting jobs, the next one first. */
  async function waiting(): Promise<SendJob[]> {
    const ids = await redis.lrange(`${queue()}:wait`, 0, -1);
    const jobs = await Promise.all(ids.map((id) => redis.hget(`${queue()}:${id}`, "data")));
    return jobs.map((job) => JSON.parse(job ?? "{}") as SendJob).reverse();
  }

  it("lets mail straight into a short queue, and keeps the rest in PostgreSQL", async () => {
    await postMany(1_000);
    expect(await count()).toBe(DIRECT);
    const { rows } = await plain(drive.test.context.data).query(
      "SELECT 1 FROM recipients WHERE status = 'queued' AND admitted_until IS NULL",
    );
    expect(rows).toHaveLength(1_000 - DIRECT);
  });

  it("fills the window and no more, however much waits", async () => {
    await postMany(1_000);
    expect(await admit()).toBe(FIRST_WINDOW - DIRECT);
    expect(await admit()).toBe(0);
    expect(await count()).toBe(FIRST_WINDOW);
  });

  it("admits at its next turn what a failed one took and put into no queue", async () => {
    await postMany(1_000);
    const { context } = drive.test;
    let away = true;
    const queues = {
      ...context.queues,
      enqueueSends: (jobs: readonly SendJob[]) =>
        away ? Promise.reject(new Error("away")) : context.queues.enqueueSends(jobs),
    };
    const admitThere = openAdmission({ ...context, queues });
    await expect(admitThere()).rejects.toThrow("away");
    away = false;
    expect(await admitThere()).toBe(FIRST_WINDOW - DIRECT);
    expect(await count()).toBe(FIRST_WINDOW);
  });

  it("gives an account that has little waiting its turn beside one that has much", async () => {
    await postMany(600);
    const other = await another();
    await postMany(5, other);
    await admit();
    const turns = (await waiting()).slice(DIRECT);
    const places = turns.flatMap(({ accountId }, i) => (accountId === other.account.accountId ? [i] : []));
    expect(places).toHaveLength(5);
    expect(Math.max(...places)).toBeLessThan(10);
  });

  it("admits in the order in which an account's mail was accepted", async () => {
    await postMany(500);
    await admit();
    const ids = (await waiting()).slice(DIRECT).map(({ messageId }) => messageId);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(FIRST_WINDOW - DIRECT);
  });

  it("keeps a higher tier's way free of a lower one's backlog", async () => {
    await postMany(1_000, drive, { priority: "bulk" });
    await postMany(1, drive, { priority: "standard" });
    expect(await count()).toBe(1);
  });
});
