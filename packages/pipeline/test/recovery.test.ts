import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { Redis } from "ioredis";
import { openAdmission } from "@sendex/pipeline/sending/admit";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { reschedule } from "@sendex/pipeline/messages/reschedule";
import { sweep } from "@sendex/pipeline/sending/sweep";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { read, rowOf, statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";
import type { SendJob } from "@sendex/queue/names";

const LOST = { kind: "unknown", code: "ECONNRESET", detail: "reset" } as const;

describe("recovery", () => {
  let drive: Drive;
  let admit: () => Promise<number>;
  beforeAll(async () => {
    drive = await openDrive();
    admit = openAdmission(drive.test.context);
  });
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.world.sent.length = 0;
    drive.test.world.sesAnswers.length = 0;
    await plain(drive.test.context.data).query("TRUNCATE recipients, messages");
  });

  /** A claim whose worker is gone. */
  const abandoned = async (draft: Parameters<typeof post>[1] = {}): Promise<string> => {
    const id = await post(drive, draft);
    await drive.test.context.batches.claim({
      accountId: drive.account.accountId,
      messageId: id,
      n: 0,
      due: drive.test.clock.now().getTime(),
    });
    return id;
  };
  const policy = (value: string) =>
    plain(drive.test.context.data).query(
      "UPDATE accounts SET unknown_policy = $2::unknown_policy WHERE id = $1",
      [drive.account.accountId, value],
    );

  it("commits the attempt before anything is said to SES", async () => {
    const id = await post(drive);
    drive.test.world.sesAnswers.push(async () => {
      const { rows } = await plain(drive.test.context.data).query(
        "SELECT attempt, finished_at FROM attempts WHERE message_id = $1",
        [id],
      );
      expect(rows).toEqual([{ attempt: 1, finished_at: null }]);
      return { kind: "sent", sesMessageId: "x" };
    });
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
  });

  it("leaves a claim alone while its lease stands", async () => {
    await abandoned();
    drive.test.clock.advance(19_999);
    expect(await sweep(drive.test.context)).toBe(0);
  });

  it.each([
    ["standard", 120_000],
    ["critical", 15_000],
  ] as const)(
    "waits for evidence of an abandoned %s attempt, then resends by default",
    async (priority, settling) => {
      const id = await abandoned({ priority });
      drive.test.clock.advance(20_001);
      expect(await sweep(drive.test.context)).toBe(1);
      expect(await rowOf(drive, id)).toMatchObject({ status: "sending", unknown: true });
      drive.test.clock.advance(settling - 1);
      expect(await sweep(drive.test.context)).toBe(0);
      drive.test.clock.advance(2);
      expect(await sweep(drive.test.context)).toBe(1);
      expect(await sendDue(drive)).toBe(1);
      expect(await rowOf(drive, id)).toMatchObject({ status: "sent", attempt: 2, unknown: false });
    },
  );

  it("settles an unknown outcome by SES's own event, and sends no second copy", async () => {
    drive.test.world.sesAnswers.push(LOST);
    const id = await post(drive);
    await sendDue(drive);
    await hear(drive, [sesEvent(drive, { id }, ...EVENTS.sent)]);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sent", unknown: false, lease_until: null });
    drive.test.clock.advance(1_000_000);
    expect(await sweep(drive.test.context)).toBe(0);
    expect(await sendDue(drive)).toBe(0);
    expect(await timeline(drive, id)).toEqual(["queued", "attempt", "unknown", "sent"]);
  });

  it("lets evidence stop a resend that policy had already decided", async () => {
    drive.test.world.sesAnswers.push(LOST);
    const id = await post(drive);
    await sendDue(drive);
    drive.test.clock.advance(120_001);
    await sweep(drive.test.context);
    expect(await statusOf(drive, id)).toBe("queued");
    await hear(drive, [sesEvent(drive, { id }, ...EVENTS.delivered)]);
    expect(await sendDue(drive)).toBe(0);
    expect(await statusOf(drive, id)).toBe("delivered");
    expect(drive.test.world.sent).toHaveLength(1);
  });

  it("fails instead where the account would rather lose a mail than send it twice", async () => {
    await policy("fail");
    drive.test.world.sesAnswers.push(LOST);
    const id = await post(drive);
    await sendDue(drive);
    drive.test.clock.advance(120_001);
    await sweep(drive.test.context);
    expect(await rowOf(drive, id)).toMatchObject({ status: "failed", reason: "outcome_unknown" });
    await hear(drive, [sesEvent(drive, { id }, ...EVENTS.delivered)]);
    expect(await statusOf(drive, id)).toBe("delivered");
    await policy("resend");
  });

  it("lets a worker that wakes up after its attempt was given away write nothing over the new one", async () => {
    const id = await post(drive);
    drive.test.world.sesAnswers.push(async () => {
      drive.test.clock.advance(20_001);
      await sweep(drive.test.context);
      drive.test.clock.advance(120_001);
      await sweep(drive.test.context);
      await sendDue(drive);
      return { kind: "retry", code: "InternalFailure", detail: "stale", alert: false };
    });
    await sendDue(drive);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sent", attempt: 2 });
    const { rows } = await plain(drive.test.context.data).query(
      "SELECT attempt, outcome FROM attempts WHERE message_id = $1 ORDER BY attempt",
      [id],
    );
    expect(rows).toEqual([
      { attempt: 1, outcome: "retry" },
      { attempt: 2, outcome: "sent" },
    ]);
  });

  it("admits what is due and in no queue, once, and again when the admission has run out", async () => {
    await post(drive);
    const depth = async () => (await drive.test.context.queues.depths())["send-standard"].waiting;
    const before = await depth();
    expect(await admit()).toBe(0);
    drive.test.clock.advance(5_001);
    expect(await admit()).toBe(1);
    expect(await admit()).toBe(0);
    drive.test.clock.advance(60_001);
    expect(await admit()).toBe(1);
    expect(await depth()).toBe(before);
  });

  it("admits everything due at once when Redis has lost what it held", async () => {
    await post(drive);
    drive.test.clock.advance(5_001);
    expect(await admit()).toBe(1);
    expect(await admit()).toBe(0);
    await emptyRedis(drive);
    expect(await admit()).toBe(1);
    expect(await admit()).toBe(0);
  });

  it("takes up at once, in another process, what was admitted by a run that never came to its end", async () => {
    const id = await post(drive);
    drive.test.clock.advance(5_001);
    const { queues } = drive.test.context;
    const reached = new Promise<void>((resolve) => {
      const dying = { ...queues, enqueueSends: () => (resolve(), new Promise<void>(() => undefined)) };
      void openAdmission({ ...drive.test.context, queues: dying })();
    });
    await reached;
    expect(await rowOf(drive, id)).toMatchObject({ admitted_until: expect.any(Date) });
    drive.test.clock.advance(200);
    const enqueued: string[] = [];
    const living = {
      ...queues,
      enqueueSends: async (jobs: readonly SendJob[]) =>
        void enqueued.push(...jobs.map((job) => job.messageId)),
    };
    const admitThere = openAdmission({ ...drive.test.context, queues: living });
    expect(await admitThere()).toBe(1);
    expect(enqueued).toEqual([id]);
    drive.test.clock.advance(200);
    expect(await admitThere()).toBe(0);
    expect(enqueued).toEqual([id]);
  });

  it("marks nothing as admitted while Redis is away", async () => {
    const id = await post(drive);
    drive.test.clock.advance(5_001);
    const away = { ...drive.test.context.queues, epoch: () => Promise.reject(new Error("away")) };
    await expect(openAdmission({ ...drive.test.context, queues: away })()).rejects.toThrow("away");
    expect(await admit()).toBe(1);
    expect(await statusOf(drive, id)).toBe("queued");
  });

  it("admits nothing that is scheduled for later, and all that has become due", async () => {
    const at = new Date(drive.test.clock.now().getTime() + 3_600_000);
    const id = await post(drive, { scheduledAt: at });
    expect(await timeline(drive, id)).toEqual(["scheduled"]);
    drive.test.clock.advance(3_599_000);
    expect(await admit()).toBe(0);
    drive.test.clock.advance(1_000);
    expect(await admit()).toBe(1);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
  });

  describe("cancelling", () => {
    it("stops what nobody has claimed, again and again", async () => {
      const id = await post(drive);
      await cancel(drive.test.context, drive.caller, id);
      await cancel(drive.test.context, drive.caller, id);
      expect(await timeline(drive, id)).toEqual(["queued", "cancelled"]);
      expect(await sendDue(drive)).toBe(0);
    });

    it("is 404 once something was claimed, for an unknown id, and for another account's", async () => {
      const id = await post(drive);
      await sendDue(drive);
      const stranger = { ...drive.caller, accountId: "acc_other" };
      const later = await post(drive);
      for (const refused of [
        cancel(drive.test.context, drive.caller, id),
        cancel(drive.test.context, drive.caller, "msg_unknown"),
        cancel(drive.test.context, stranger, later),
      ])
        await expect(refused).rejects.toMatchObject({ slug: "not_found" });
      expect(await statusOf(drive, later)).toBe("queued");
    });

    it("and sending race with exactly one winner each", async () => {
      const ids = await Promise.all(Array.from({ length: 60 }, () => post(drive)));
      const cancels = ids.map((id) =>
        cancel(drive.test.context, drive.caller, id).then(
          () => "cancelled",
          () => "sent",
        ),
      );
      const [outcomes] = await Promise.all([Promise.all(cancels), sendDue(drive)]);
      const statuses: (string | undefined)[] = [];
      for (const id of ids) statuses.push(await statusOf(drive, id));
      expect(statuses).toEqual(outcomes);
      expect(drive.test.world.sent).toHaveLength(outcomes.filter((outcome) => outcome === "sent").length);
    });
  });

  it("reschedules what is scheduled, and nothing else", async () => {
    const now = drive.test.clock.now().getTime();
    const id = await post(drive, { scheduledAt: new Date(now + 60_000) });
    const at = new Date(now + 120_000);
    await reschedule(drive.test.context, drive.caller, id, at);
    expect((await read(drive, id)).scheduledAt).toEqual(at);
    drive.test.clock.advance(60_001);
    expect(await sendDue(drive)).toBe(0);
    drive.test.clock.advance(60_000);
    expect(await sendDue(drive)).toBe(1);
    for (const late of [id, await post(drive)])
      await expect(reschedule(drive.test.context, drive.caller, late, at)).rejects.toMatchObject({
        slug: "not_found",
      });
  });
});

/** As FLUSHALL, for this test's keys. */
async function emptyRedis(drive: Drive): Promise<void> {
  const { url, prefix } = drive.test.redis;
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
}
