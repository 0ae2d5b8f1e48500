import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { startSchedule } from "@sendex/pipeline/schedule/schedule";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { plain } from "@sendex/data/database/pools";

let one: Drive;
let other: Drive;
beforeEach(async () => void ([one, other] = await Promise.all([openDrive(), openDrive()])));
afterEach(() => Promise.all([one, other].map(({ test }) => test.close())));

/** Accepted a while ago, and in no queue. */
async function strand(drive: Drive, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await post(drive);
  await plain(drive.test.context.data).query("UPDATE recipients SET admitted_until = NULL");
}

const admitted = async ({ test }: Drive): Promise<number> => {
  const { rows } = await plain(test.context.data).query<{ count: number }>(
    "SELECT count(*)::int FROM recipients WHERE admitted_until IS NOT NULL",
  );
  return rows[0]?.count ?? 0;
};

it("two schedulers of two systems run side by side in one process, each for its own", async () => {
  await strand(one, 3);
  await strand(other, 5);
  const schedules = [one, other].map(({ test }) => startSchedule(test.context));
  try {
    while ((await admitted(one)) < 3 || (await admitted(other)) < 5) await new Promise(setImmediate);
  } finally {
    await Promise.all(schedules.map((schedule) => schedule.close()));
  }
  const waiting = await Promise.all([one, other].map(({ test }) => test.context.queues.depths()));
  expect(waiting.map((depths) => depths["send-standard"].waiting)).toEqual([3, 5]);
});

it("two schedulers of one system admit each recipient once", async () => {
  await strand(one, 20);
  const schedules = [1, 2].map(() => startSchedule(one.test.context));
  try {
    while ((await admitted(one)) < 20) await new Promise(setImmediate);
  } finally {
    await Promise.all(schedules.map((schedule) => schedule.close()));
  }
  const { "send-standard": depth } = await one.test.context.queues.depths();
  expect(depth.waiting).toBe(20);
});
