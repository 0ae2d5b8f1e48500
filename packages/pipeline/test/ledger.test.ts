import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { openMeters } from "@sendex/boot/meters";
import { watchContext } from "@sendex/boot/gauges";
import { listHours } from "@sendex/data/ledger/hours";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { watchBacklogs } from "@sendex/data/ledger/unexplained";
import { openAdmission } from "@sendex/pipeline/sending/admit";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { quarantine } from "@sendex/pipeline/sending/quarantine";
import { acknowledgeHour, recheckHour } from "@sendex/pipeline/ledger/decide-hour";
import { ledgerReady, ready } from "@sendex/pipeline/ledger/ready";
import { reconcile } from "@sendex/pipeline/ledger/reconcile";
import { resolveDeadLetters } from "@sendex/pipeline/sending/resolve-dead-letters";
import { sweep } from "@sendex/pipeline/sending/sweep";
import { oldestUnexplainedAge } from "@sendex/pipeline/ledger/unexplained";
import type { Log } from "@sendex/core/ports";
import type { SesAnswer } from "@sendex/core/ports";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { silentLog } from "@sendex/testing/log";
import { plain } from "@sendex/data/database/pools";

const HOUR_MS = 3_600_000;
const ALARM_MS = 300_000;

interface Line {
  alert?: string;
  messageIds?: string[];
  recipients?: string[];
}

describe("the ledger", () => {
  let drive: Drive;
  let admit: () => Promise<number>;
  const errors: Line[] = [];
  const log: Log = { ...silentLog, error: (fields) => void errors.push(fields) };
  // At the beginning of an hour, so that tests say themselves when it ends.
  const start = new Date(Math.floor(new Date().getTime() / HOUR_MS) * HOUR_MS + 60_000);
  beforeAll(async () => {
    drive = await openDrive({ log });
    admit = openAdmission(drive.test.context);
  });
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    errors.length = 0;
    drive.test.clock.set(start);
    drive.test.world.sesAnswers.length = 0;
    await query(
      "TRUNCATE recipients, messages, dead_letters, notifications, statistic_deltas, statistics, ledger_hours, line_heads, send_routes",
    );
  });

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const check = () => reconcile(drive.test.context);
  const three = { to: ["a", "b", "c"].map((name) => ({ address: `${name}@example.com` })) };
  const hours = () => listHours(drive.test.context.data, 3);
  const metric = async (name: string) => {
    const meters = openMeters();
    watchContext(meters, drive.test.context);
    const line = (await meters.text()).split("\n").find((text) => text.startsWith(`sendex_${name} `));
    return Number(line?.split(" ")[1]);
  };
  const oldest = () => oldestUnexplainedAge(drive.test.context.data, drive.test.clock.now());
  const watch = () => watchBacklogs(drive.test.context.data, drive.test.clock.now());

  describe("of accepted recipients", () => {
    it("balances while mail is accepted, rolled up and sent, and when its hour is over", async () => {
      await post(drive, three);
      expect(await check()).toBe(0);
      await rollUpStatistics(drive.test.context.data, 100);
      await post(drive);
      await sendDue(drive);
      expect(await check()).toBe(0);
      expect((await hours())[0]).toMatchObject({ accepted: 4, found: 4, difference: 0, checkedAt: null });
      drive.test.clock.advance(HOUR_MS + 11 * 60_000);
      expect(await check()).toBe(0);
      expect((await hours())[1]).toMatchObject({ accepted: 4, found: 4, checkedAt: drive.test.clock.now() });
      expect(errors).toEqual([]);
    });

    it("looks at an hour that is over and balanced no more", async () => {
      await post(drive);
      drive.test.clock.advance(HOUR_MS + 11 * 60_000);
      await check();
      await query("DELETE FROM recipients");
      expect(await check()).toBe(0);
      expect(await recheckHour(drive.test.context, (await hours())[1]?.hour ?? start, "cli:test")).toBe(true);
      expect(await check()).toBe(1);
    });

    it("takes up the hours in which no scheduler ran", async () => {
      await check();
      await post(drive);
      await query("DELETE FROM recipients");
      drive.test.clock.advance(5 * HOUR_MS);
      expect(await check()).toBe(1);
      expect(await query("SELECT count(*)::int AS open FROM ledger_hours WHERE checked_at IS NULL")).toEqual([
        { open: 2 },
      ]);
    });

    it("finds and names a message that lost a recipient, once while its hour runs", async () => {
      const id = await post(drive, three);
      await post(drive);
      await query("DELETE FROM recipients WHERE message_id = $1 AND n = 1", [id]);
      expect(await check()).toBe(1);
      expect(await check()).toBe(1);
      expect(errors).toMatchObject([
        { alert: "ledger", accepted: 4, promised: 4, found: 3, messageIds: [id] },
      ]);
      expect(await metric("ledger_difference")).toBe(1);
      expect((await ledgerReady(drive.test.context))["ledger"]).toMatch(
        /^degraded: .*4 recipients.*, 3 are there/,
      );
    });

    it("finds a message that is gone altogether, and one that nobody counted", async () => {
      const gone = await post(drive, three);
      await query("DELETE FROM recipients WHERE message_id = $1", [gone]);
      await query("DELETE FROM messages WHERE id = $1", [gone]);
      expect(await check()).toBe(1);
      expect(await metric("ledger_difference")).toBe(3);
      await query("DELETE FROM statistic_deltas");
      expect(await check()).toBe(0);
      await post(drive);
      await query("DELETE FROM statistic_deltas");
      expect(await check()).toBe(1);
      expect(await metric("ledger_difference")).toBe(1);
    });

    it("ends its alarm when an operator acknowledges the hour", async () => {
      await post(drive);
      await query("DELETE FROM recipients");
      drive.test.clock.advance(HOUR_MS + 11 * 60_000);
      await check();
      expect(await metric("ledger_difference")).toBe(1);
      const hour = (await hours())[1]?.hour ?? start;
      expect(await acknowledgeHour(drive.test.context, hour, "cli:test")).toBe(true);
      expect(await metric("ledger_difference")).toBe(0);
      expect(await ledgerReady(drive.test.context)).toEqual({ ledger: "ok" });
    });
  });

  describe("of recipients that nobody will touch again", () => {
    it.each([
      ["queued without a time", "status = 'queued', due_at = NULL"],
      ["scheduled without a time", "status = 'scheduled', due_at = NULL"],
      ["sending without a lease", "status = 'sending', due_at = NULL, lease_until = NULL"],
    ])("finds and names one that is %s", async (_name, change) => {
      const id = await post(drive);
      await post(drive);
      expect(await check()).toBe(0);
      await query(`UPDATE recipients SET ${change} WHERE message_id = $1`, [id]);
      expect(await check()).toBe(1);
      expect(errors).toMatchObject([{ alert: "ledger", recipients: [`${id} 0 adrift`] }]);
      expect(await metric("ledger_unexplained")).toBe(1);
      expect(await oldest()).toMatchObject({ messageId: id, why: "adrift" });
    });

    it("finds one whose dead letter was closed without it", async () => {
      const id = await post(drive);
      await query("UPDATE recipients SET due_at = NULL, reason = 'dead_lettered' WHERE message_id = $1", [
        id,
      ]);
      await query(
        "INSERT INTO dead_letters VALUES ($1, 'dl_1', 'recipient', $2, '0', 'x', NULL, now(), NULL, NULL)",
        [drive.account.accountId, id],
      );
      expect(await check()).toBe(0);
      expect(await oldest()).toBeUndefined();
      await query("UPDATE dead_letters SET resolved_at = now()");
      expect(await check()).toBe(1);
    });

    it("finds one that is past its lease and not swept", async () => {
      const id = await post(drive);
      const due = drive.test.clock.now().getTime();
      await drive.test.context.batches.claim({
        accountId: drive.account.accountId,
        messageId: id,
        n: 0,
        due,
      });
      drive.test.clock.advance(79_000);
      expect(await check()).toBe(0);
      drive.test.clock.advance(2_000);
      expect(await check()).toBe(1);
      expect(errors).toMatchObject([{ recipients: [`${id} 0 lease`] }]);
    });
  });

  describe("the oldest unexplained message", () => {
    it("is the one that stays first in its line", async () => {
      const first = await post(drive);
      drive.test.clock.advance(1);
      const second = await post(drive);
      await watch();
      drive.test.clock.advance(ALARM_MS - 1);
      await watch();
      expect((await ready(drive.test.context))["messages"]).toBe("ok");
      drive.test.clock.advance(1);
      expect(await oldest()).toMatchObject({ messageId: first, why: "waiting", ageMs: ALARM_MS });
      expect((await ready(drive.test.context))["messages"]).toBe(
        `degraded: recipient 0 of ${first} has not moved for 300 s (waiting)`,
      );
      await check();
      expect(errors).toMatchObject([{ alert: "unexplained", messageId: first }]);
      expect(await metric("oldest_unexplained_seconds")).toBe(300);
      await cancel(drive.test.context, drive.caller, first);
      await watch();
      expect(await oldest()).toMatchObject({ messageId: second, ageMs: 0 });
    });

    it("is none where a long line moves, however old those in it are", async () => {
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1) {
        ids.push(await post(drive));
        drive.test.clock.advance(1);
      }
      for (const id of ids) {
        await watch();
        expect(await oldest()).toMatchObject({ messageId: id, ageMs: 0 });
        drive.test.clock.advance(ALARM_MS / 2);
        await cancel(drive.test.context, drive.caller, id);
      }
      await watch();
      expect(await oldest()).toBeUndefined();
    });

    it.each([
      ["scheduled", "due_at = due_at + interval '1 day', status = 'scheduled'"],
      ["held", "due_at = NULL, status = 'held'"],
      ["in a worker's hands", "due_at = NULL, status = 'sending', lease_until = due_at + interval '1 day'"],
      ["sent", "due_at = NULL, status = 'sent'"],
    ])("is none that is %s", async (_name, change) => {
      await post(drive);
      await watch();
      await query(`UPDATE recipients SET ${change}`);
      drive.test.clock.advance(ALARM_MS);
      expect(await oldest()).toBeUndefined();
      await watch();
      expect(await oldest()).toBeUndefined();
    });

    it("is none of a route that is shut, and looks past it", async () => {
      const shut = await post(drive);
      const open = await post(drive);
      await query("UPDATE recipients SET route = 'ses' WHERE message_id = $1", [shut]);
      await query("INSERT INTO send_routes VALUES ('ses', $1, 'x', $1)", [drive.test.clock.now()]);
      await watch();
      drive.test.clock.advance(1_000);
      expect(await oldest()).toMatchObject({ messageId: open, ageMs: 1_000 });
      await query("DELETE FROM recipients WHERE message_id = $1", [open]);
      await watch();
      expect(await oldest()).toBeUndefined();
    });
  });

  it("raises nothing in any legal life", async () => {
    const answers: SesAnswer[] = [
      { kind: "sent", sesMessageId: "x" },
      { kind: "throttled", code: "Throttling", detail: "" },
      { kind: "retry", code: "Busy", detail: "", alert: false },
      { kind: "unknown", code: "ECONNRESET", detail: "" },
      { kind: "rejected", code: "MessageRejected", detail: "" },
    ];
    const step = fc.oneof(
      fc.record({ act: fc.constant("post" as const), scheduled: fc.boolean() }),
      fc.record({ act: fc.constant("send" as const), answer: fc.constantFrom(...answers) }),
      fc.record({
        act: fc.constant("wait" as const),
        ms: fc.constantFrom(1_000, 20_001, 120_001, 1_800_000),
      }),
      fc.record({ act: fc.constantFrom("claim", "crash", "cancel", "hear", "retry", "release", "roll") }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const ids: string[] = [];
        for (const one of steps) {
          await take(one, ids);
          await sweep(drive.test.context);
          await admit();
          expect(await check()).toBe(0);
        }
        expect(errors.filter(({ alert }) => alert === "ledger")).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  type Step =
    | { act: "post"; scheduled: boolean }
    | { act: "send"; answer: SesAnswer }
    | { act: "wait"; ms: number }
    | { act: string };

  async function take(step: Step, ids: string[]): Promise<void> {
    const id = ids.at(-1);
    if ("scheduled" in step) {
      const at = new Date(drive.test.clock.now().getTime() + HOUR_MS);
      ids.push(await post(drive, step.scheduled ? { scheduledAt: at } : three));
    }
    if ("ms" in step) drive.test.clock.advance(step.ms);
    if ("answer" in step) {
      drive.test.world.sesAnswers.push(step.answer);
      await sendDue(drive);
    }
    if (step.act === "claim" || step.act === "crash") await lose(step.act === "crash");
    if (step.act === "cancel" && id)
      await cancel(drive.test.context, drive.caller, id).catch(() => undefined);
    if (step.act === "hear" && id) await hear(drive, [sesEvent(drive, { id }, ...EVENTS.delivered)]);
    if (step.act === "retry" || step.act === "release")
      await resolveDeadLetters(drive.test.context, step.act, { kind: "recipient" }, "cli:test");
    if (step.act === "roll") await rollUpStatistics(drive.test.context.data, 100);
  }

  /** A worker is lost with the first that is due, three times over where it is in quarantine. */
  async function lose(inQuarantine: boolean): Promise<void> {
    for (let crash = 0; crash < (inQuarantine ? 3 : 1); crash += 1) {
      const [row] = await query(
        "SELECT message_id, n, due_at FROM recipients WHERE due_at <= $1 AND status IN ('queued', 'scheduled') AND suspect = $2 LIMIT 1",
        [drive.test.clock.now(), inQuarantine],
      );
      if (!row || !(row["due_at"] instanceof Date)) return;
      const due = row["due_at"].getTime();
      const turn = {
        accountId: drive.account.accountId,
        messageId: String(row["message_id"]),
        n: Number(row["n"]),
        priority: "standard" as const,
        due,
      };
      if (inQuarantine) await quarantine(drive.test.context, async () => "died", turn);
      else await drive.test.context.batches.claim(turn);
      drive.test.clock.advance(1_001);
    }
  }
});
