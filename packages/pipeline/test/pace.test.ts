import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { openSendRate, type SendRate } from "@sendex/pipeline/sending/send-rate";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { read, rowOf, statusOf, timeline } from "@sendex/testing/look";

describe("sending at SES's rate", () => {
  let drive: Drive;
  let rate: SendRate;
  beforeAll(async () => {
    drive = await openDrive();
    drive.test.world.quota.maxSendRate = 2;
    rate = await openSendRate(drive.test.context);
    drive.sender.rate = rate;
  });
  afterAll(async () => {
    rate.close();
    await drive.test.close();
  });
  beforeEach(() => {
    drive.test.world.sent.length = 0;
  });

  it("puts back what has no slot soon, each until a turn of its own, and says so once on the timeline", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i += 1) ids.push(await post(drive));
    await sendDue(drive);
    const sent = drive.test.world.sent.length;
    expect(sent).toBeLessThanOrEqual(4);
    const waiting: string[] = [];
    for (const id of ids) if ((await statusOf(drive, id)) === "queued") waiting.push(id);
    expect(waiting).toHaveLength(12 - sent);
    const dues = await Promise.all(waiting.map(async (id) => String((await rowOf(drive, id)).due_at)));
    expect(new Set(dues).size).toBeGreaterThan(waiting.length / 3);
    const id = waiting.at(-1) ?? "";
    const row = await rowOf(drive, id);
    expect(row).toMatchObject({ reason: "paced", ladder_step: 0, attempt: 0, admitted_until: null });
    const entry = (await read(drive, id)).events.find(({ type }) => type === "paced");
    expect(entry).toMatchObject({
      n: 0,
      data: {
        reason: "paced",
        detail: "Waiting for a slot: Amazon SES takes 2 a second of this account.",
        retryAt: (row.due_at as Date).toISOString(),
        pace: { limit: "account", perSecond: 2 },
      },
    });
    // By our clock it is time again; by Redis' own no slot has come up meanwhile.
    for (let turn = 0; turn < 3; turn += 1) {
      drive.test.clock.advance(20_000);
      await sendDue(drive);
    }
    expect((await timeline(drive, id)).filter((type) => type === "paced")).toHaveLength(1);
  });

  it("keeps the last known rate while SES does not say its quota", async () => {
    const failing = await openDrive({ ports: { quota: () => Promise.reject(new Error("no answer")) } });
    const unknown = await openSendRate(failing.test.context);
    // SES's own rate for a new account.
    expect(unknown.perSecond()).toBe(1);
    unknown.close();
    await failing.test.close();
  });
});
