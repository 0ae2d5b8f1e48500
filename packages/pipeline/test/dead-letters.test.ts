import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { watchContext } from "@sendex/boot/gauges";
import { openMeters } from "@sendex/boot/meters";
import { WEBHOOK_DELAYS_MS } from "@sendex/core/sending/ladder";
import { type DeadLetterFilter, listDeadLetters } from "@sendex/data/sending/dead-letters";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { lockTargets } from "@sendex/data/reports/targets";
import { openAdmission } from "@sendex/pipeline/sending/admit";
import { receiveNotification } from "@sendex/pipeline/reports/receive";
import { type Remedy, resolveDeadLetters } from "@sendex/pipeline/sending/resolve-dead-letters";
import { deadLetter, writeSettled } from "@sendex/pipeline/sending/settle-lost";
import { takeNotifications } from "@sendex/pipeline/reports/take";
import { tidyDeadLetters } from "@sendex/pipeline/sending/tidy-dead-letters";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { rowOf, statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";

/** The ladder's longest delay, at its widest spread. */
const LONGEST_WAIT_MS = 8 * 3_600_000 * 1.2;

describe("dead letters", () => {
  let drive: Drive;
  let admit: () => Promise<number>;
  const start = new Date();
  beforeAll(async () => {
    drive = await openDrive();
    admit = openAdmission(drive.test.context);
  });
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.clock.set(start);
    drive.test.world.posted.length = 0;
    drive.test.world.httpOutcomes.length = 0;
    await plain(drive.test.context.data).query(
      "TRUNCATE recipients, messages, dead_letters, notifications, deliveries, delivery_attempts, statistic_deltas",
    );
    await plain(drive.test.context.data).query("DELETE FROM webhooks");
  });

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const list = (kind: DeadLetterFilter["kind"]) => listDeadLetters(drive.test.context.data, { kind }, 10);
  const resolutions = () => query("SELECT kind, resolution FROM dead_letters ORDER BY id");
  const resolve = (remedy: Remedy, kind: "recipient" | "delivery" | "notification") =>
    resolveDeadLetters(drive.test.context, remedy, { kind }, "cli:test");

  describe("of recipients", () => {
    /** As quarantine leaves it after the last crash. */
    const dead = async (): Promise<string> => {
      const id = await post(drive);
      const { data } = drive.test.context;
      const now = drive.test.clock.now();
      await keyedTransaction(data, async (client) => {
        const name = { accountId: drive.account.accountId, messageId: id, n: 0 };
        const targets = await lockTargets(client, [name]);
        const suspects = targets.map((target) => ({ ...target, suspect: true, crashes: 3 }));
        const settled = suspects.map((target) => deadLetter(target, now));
        return writeSettled(client, settled, now);
      });
      return id;
    };

    it("go again when they are retried, with all their chances, and still alone", async () => {
      const id = await dead();
      drive.test.clock.advance(60_000);
      expect(await admit()).toBe(0);
      expect(await list("recipient")).toMatchObject([{ subjectId: id, mode: "live" }]);
      expect(await resolve("retry", "recipient")).toBe(1);
      expect(await rowOf(drive, id)).toMatchObject({ status: "queued", suspect: true, crashes: 0 });
      expect(await resolutions()).toEqual([{ kind: "recipient", resolution: "retried" }]);
      expect(await admit()).toBe(1);
      await sendDue(drive);
      expect(await statusOf(drive, id)).toBe("sent");
      expect(await resolve("retry", "recipient")).toBe(0);
    });

    it("end when they are released: failed, counted, and told to their owner", async () => {
      await createWebhook(drive.test.context, drive.caller, {
        endpoint: "https://hooks.example/x",
        events: ["email.failed"],
      });
      const id = await dead();
      expect(await resolve("release", "recipient")).toBe(1);
      expect(await rowOf(drive, id)).toMatchObject({
        status: "failed",
        reason: "dead_lettered",
        due_at: null,
      });
      expect(await resolutions()).toEqual([{ kind: "recipient", resolution: "released" }]);
      expect(await query("SELECT count FROM statistic_deltas WHERE event = 'failed'")).toEqual([
        { count: 1 },
      ]);
      expect((await timeline(drive, id)).slice(-2)).toEqual(["dead_lettered", "failed"]);
      expect(await deliverDue(drive)).toBe(1);
      expect(JSON.parse(drive.test.world.posted[0]?.body ?? "")).toMatchObject({
        event: "email.failed",
        data: { id, reason: "dead_lettered" },
      });
    });

    it("are settled when an event shows that one attempt went out after all", async () => {
      const heard = await dead();
      const left = await dead();
      const proven = sesEvent(drive, { id: heard }, ...EVENTS.delivered);
      await hear(drive, [proven]);
      expect(await tidyDeadLetters(drive.test.context)).toBe(1);
      expect(await resolutions()).toEqual([
        { kind: "recipient", resolution: "settled" },
        { kind: "recipient", resolution: null },
      ]);
      await hear(drive, [sesEvent(drive, { id: left }, ...EVENTS.delivered)]);
      expect(await resolve("release", "recipient")).toBe(1);
      expect(await statusOf(drive, left)).toBe("delivered");
      expect((await resolutions()).map(({ resolution }) => resolution)).toEqual(["settled", "settled"]);
    });

    it("are resolved in batches, however many there are, and only those that are named", async () => {
      const ids = await Promise.all(Array.from({ length: 205 }, dead));
      const { data } = drive.test.context;
      const [first] = await listDeadLetters(data, { kind: "recipient" }, 1);
      const stranger = { kind: "recipient", accountId: "acc_other" } as const;
      expect(await resolveDeadLetters(drive.test.context, "release", stranger, "cli:test")).toBe(0);
      const named: DeadLetterFilter = { kind: "recipient", ids: [first?.id ?? ""] };
      expect(await resolveDeadLetters(drive.test.context, "release", named, "cli:test")).toBe(1);
      expect(await statusOf(drive, first?.subjectId ?? "")).toBe("failed");
      expect(await resolve("retry", "recipient")).toBe(204);
      expect(await sendDue(drive)).toBe(ids.length - 1);
    });

    it("are forgotten long after they were resolved, and not before", async () => {
      await dead();
      await resolve("release", "recipient");
      drive.test.clock.advance(89 * 86_400_000);
      await tidyDeadLetters(drive.test.context);
      expect(await resolutions()).toHaveLength(1);
      drive.test.clock.advance(2 * 86_400_000);
      await tidyDeadLetters(drive.test.context);
      expect(await resolutions()).toHaveLength(0);
    });

    it("show as a gauge while they wait", async () => {
      await dead();
      const metrics = async () => {
        const meters = openMeters();
        watchContext(meters, drive.test.context);
        return meters.text();
      };
      expect(await metrics()).toContain('sendex_dead_letters{kind="recipient"} 1');
      expect(await metrics()).toContain('sendex_dead_letters{kind="delivery"} 0');
      await resolve("release", "recipient");
      expect(await metrics()).toContain('sendex_dead_letters{kind="recipient"} 0');
    });
  });

  describe("of webhooks", () => {
    const down = { kind: "answered", status: 500, body: "down", ms: 1 } as const;
    /** Every try of the ladder fails. */
    const spend = async (): Promise<void> => {
      for (const _ of [0, ...WEBHOOK_DELAYS_MS]) {
        drive.test.world.httpOutcomes.push(down);
        expect(await deliverDue(drive)).toBe(1);
        drive.test.clock.advance(LONGEST_WAIT_MS);
      }
    };
    const endpoint = () =>
      createWebhook(drive.test.context, drive.caller, {
        endpoint: "https://hooks.example/x",
        events: ["email.queued"],
      });

    it("are put down when the ladder is spent, and get a fresh one when they are retried", async () => {
      const { id } = await endpoint();
      await post(drive);
      await spend();
      expect(await query("SELECT kind, part, reason FROM dead_letters")).toEqual([
        { kind: "delivery", part: id, reason: "retries_exhausted" },
      ]);
      expect(await list("delivery")).toMatchObject([{ part: id, mode: "live" }]);
      await query("UPDATE webhooks SET mode = 'test'");
      expect(await list("delivery")).toMatchObject([{ part: id, mode: "test" }]);
      await query("UPDATE webhooks SET mode = 'live'");
      await query("UPDATE webhooks SET failing_since = NULL");
      expect(await deliverDue(drive)).toBe(0);
      expect(await resolve("retry", "delivery")).toBe(1);
      await spend();
      expect(await resolutions()).toEqual([
        { kind: "delivery", resolution: "retried" },
        { kind: "delivery", resolution: null },
      ]);
      expect(await query("SELECT count(*)::int AS tries FROM delivery_attempts")).toEqual([{ tries: 22 }]);
      expect(await resolve("retry", "delivery")).toBe(1);
      await deliverDue(drive);
      expect(await query("SELECT status FROM deliveries")).toEqual([{ status: "succeeded" }]);
    });

    it("stay failed when they are released", async () => {
      await endpoint();
      await post(drive);
      await spend();
      expect(await resolve("release", "delivery")).toBe(1);
      expect(await query("SELECT status FROM deliveries")).toEqual([{ status: "failed" }]);
      expect(await resolutions()).toEqual([{ kind: "delivery", resolution: "released" }]);
    });

    it("are none where the endpoint itself was given up", async () => {
      await endpoint();
      await post(drive);
      drive.test.world.httpOutcomes.push({ ...down, status: 410 });
      await deliverDue(drive);
      expect(await resolutions()).toEqual([]);
    });
  });

  describe("of notifications", () => {
    const BROKEN = "it cannot be taken in";
    /** A database in which writing the timeline of one message fails, as a bug of ours would. */
    const poison = async (messageId: string): Promise<void> => {
      await query(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '${BROKEN}'; END $$`);
      await query(`CREATE TRIGGER poison BEFORE INSERT ON events FOR EACH ROW
        WHEN (NEW.subject_id = '${messageId}') EXECUTE FUNCTION refuse()`);
    };
    const cure = () => query("DROP TRIGGER poison ON events");
    const stored = async (messageId: string): Promise<string> => {
      const id = randomUUID();
      const message = sesEvent(drive, { id: messageId }, ...EVENTS.delivered);
      const timestamp = drive.test.clock.now();
      const envelope = {
        type: "Notification",
        messageId: id,
        topicArn: "t",
        message,
        timestamp,
        trust: "sandbox",
      };
      await receiveNotification(drive.test.context, JSON.stringify(envelope));
      return id;
    };
    const take = (ids: string[]) =>
      takeNotifications(drive.test.context, ids).then(
        () => "taken",
        (error: unknown) => (error instanceof Error ? error.message : "no error"),
      );

    it("are put down after five failures alone, and admitted no more, until they are retried", async () => {
      const messageId = await post(drive);
      await sendDue(drive);
      const id = await stored(messageId);
      await poison(messageId);
      for (const failures of [1, 2, 3, 4, 5]) {
        drive.test.clock.advance(10_001);
        expect(await admit()).toBe(1);
        expect(await take([id])).toBe(BROKEN);
        expect(await query("SELECT failures FROM notifications")).toEqual([{ failures }]);
      }
      drive.test.clock.advance(86_400_000);
      expect(await admit()).toBe(0);
      const { data } = drive.test.context;
      expect(await listDeadLetters(data, { kind: "notification" }, 10)).toMatchObject([
        { accountId: "", subjectId: id, reason: "not_ingestible", detail: BROKEN, mode: null },
      ]);
      await cure();
      expect(await resolve("retry", "notification")).toBe(1);
      drive.test.clock.advance(1);
      expect(await admit()).toBe(1);
      expect(await take([id])).toBe("taken");
      expect(await statusOf(drive, messageId)).toBe("delivered");
    });

    it("are closed when they are released", async () => {
      const messageId = await post(drive);
      await sendDue(drive);
      const id = await stored(messageId);
      await poison(messageId);
      for (let failures = 0; failures < 5; failures += 1) await take([id]);
      await cure();
      expect(await resolve("release", "notification")).toBe(1);
      expect(await query("SELECT result, body, done_at FROM notifications")).toEqual([
        { result: "dead_lettered", body: "", done_at: drive.test.clock.now() },
      ]);
      expect(await statusOf(drive, messageId)).toBe("sent");
    });

    it("are not made of one that only failed in company", async () => {
      const messageId = await post(drive);
      await sendDue(drive);
      const ids = [await stored(messageId), await stored(await post(drive))];
      await poison(messageId);
      for (let failures = 0; failures < 6; failures += 1) expect(await take(ids)).toBe(BROKEN);
      await cure();
      expect(await query("SELECT DISTINCT failures FROM notifications")).toEqual([{ failures: 0 }]);
      expect(await resolutions()).toEqual([]);
    });
  });
});
