import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { writeCalls } from "@sendex/data/logs/calls";
import { forgetOld } from "@sendex/pipeline/content/forget-old";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { loggedCall } from "@sendex/testing/logged-call";
import { read, statusOf } from "@sendex/testing/look";
import { plain } from "@sendex/data/database/pools";

const DAY_MS = 86_400_000;
const CHILDREN =
  "SELECT relname AS name FROM pg_class WHERE relnamespace = 'parts'::regnamespace AND relkind = 'r' ORDER BY relname";

describe("retention", () => {
  let drive: Drive;
  // In the middle of a month and a week, so that a day later is another day of the same ones.
  const start = new Date("2027-03-17T12:00:00.000Z");
  beforeAll(async () => {
    drive = await openDrive();
  });
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.clock.set(start);
    for (const { name } of await query(CHILDREN)) await query(`DROP TABLE parts.${String(name)}`);
    await ensurePartitions(drive.test.context.data, start);
  });

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const exists = async (name: string): Promise<boolean> =>
    (await query("SELECT to_regclass($1) AS it", [`parts.${name}`]))[0]?.["it"] !== null;
  const later = async (days: number): Promise<void> => {
    drive.test.clock.set(new Date(start.getTime() + days * DAY_MS));
    await ensurePartitions(drive.test.context.data, drive.test.clock.now());
  };
  const forget = () => forgetOld(drive.test.context);

  it("drops a day's contents, and its messages' subjects, once all of it is 30 days old", async () => {
    const id = await post(drive);
    await sendDue(drive);
    await later(30);
    await forget();
    expect(await exists("contents_20270317")).toBe(true);
    expect((await read(drive, id)).subject).toBe("Hello");
    await later(30.5);
    await forget();
    expect(await exists("contents_20270317")).toBe(false);
    expect(await exists("contents_20270318")).toBe(true);
    expect(await read(drive, id)).toMatchObject({ subject: null, recipients: [{ status: "sent" }] });
    expect(await forget()).toBe(0);
  });

  it("drops a week's calls once all of it is 30 days old", async () => {
    const call = loggedCall(drive.account.accountId, start, { messageIds: ["msg_1", "msg_2"] });
    await writeCalls(drive.test.context.data, [call]);
    await later(34);
    await forget();
    expect(await query("SELECT DISTINCT log_id FROM request_log_messages")).toEqual([{ log_id: call.id }]);
    await later(35);
    await forget();
    for (const table of ["request_logs", "request_log_messages"])
      expect(await exists(`${table}_20270315`)).toBe(false);
  });

  it("keeps the content of what is not settled, and erases the rest of its day by the row", async () => {
    const sent = await post(drive);
    await sendDue(drive);
    const held = await post(drive);
    await query("UPDATE recipients SET status = 'held', due_at = NULL WHERE message_id = $1", [held]);
    await later(31);
    expect(await forget()).toBe(1);
    expect(await query("SELECT DISTINCT message_id FROM contents")).toEqual([{ message_id: held }]);
    expect((await read(drive, sent)).subject).toBeNull();
    expect((await read(drive, held)).subject).toBe("Hello");
    const now = drive.test.clock.now();
    await query("UPDATE recipients SET status = 'queued', due_at = $2 WHERE message_id = $1", [held, now]);
    await sendDue(drive);
    expect(await statusOf(drive, held)).toBe("sent");
    expect(await forget()).toBe(1);
    expect(await exists("contents_20270317")).toBe(false);
    expect((await read(drive, held)).subject).toBeNull();
  });

  it("keeps the content of what was scheduled anew past the 30 days", async () => {
    const id = await post(drive, { scheduledAt: new Date(start.getTime() + 28 * DAY_MS) });
    await query("UPDATE recipients SET due_at = $2 WHERE message_id = $1", [
      id,
      new Date(start.getTime() + 50 * DAY_MS),
    ]);
    await later(49);
    await forget();
    expect(await exists("contents_20270317")).toBe(true);
    await later(50);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
    await forget();
    expect(await exists("contents_20270317")).toBe(false);
  });

  it("drops messages after the retention of metadata, and their timelines after them", async () => {
    await post(drive);
    await sendDue(drive);
    // The month of the start is over on April 1st, its week on March 22nd.
    await later(414);
    await forget();
    expect(await exists("messages_20270301")).toBe(true);
    await later(415.5);
    await forget();
    for (const table of ["messages", "recipients", "attempts"])
      expect(await exists(`${table}_20270301`)).toBe(false);
    for (const table of ["events", "deliveries", "delivery_attempts"])
      expect(await exists(`${table}_20270315`)).toBe(true);
    await later(436.5);
    await forget();
    for (const table of ["events", "deliveries", "delivery_attempts"])
      expect(await exists(`${table}_20270315`)).toBe(false);
  });

  it("keeps a month of which something is not settled", async () => {
    const id = await post(drive);
    await query("UPDATE recipients SET status = 'held', due_at = NULL");
    await later(450);
    await forget();
    expect(await exists("messages_20270301")).toBe(true);
    expect(await statusOf(drive, id)).toBe("held");
    await query("UPDATE recipients SET status = 'failed'");
    await forget();
    expect(await exists("messages_20270301")).toBe(false);
  });

  describe("while others use the table", () => {
    let other: Awaited<ReturnType<typeof connect>>;
    const connect = () => plain(drive.test.context.data).connect();
    beforeEach(async () => {
      other = await connect();
      await other.query("SET idle_in_transaction_session_timeout = 0");
      await post(drive);
      await sendDue(drive);
    });
    afterEach(() => other.release(true));
    const waitsToDetach = async (): Promise<void> => {
      for (;;) {
        const waiting = await query("SELECT 1 FROM pg_inherits WHERE inhdetachpending");
        if (waiting.length > 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };

    it("waits for them, and nobody waits for it", async () => {
      await other.query("BEGIN");
      await other.query("SELECT count(*) FROM contents");
      await later(31);
      const forgetting = forget();
      await waitsToDetach();
      const id = await post(drive);
      await sendDue(drive);
      expect(await statusOf(drive, id)).toBe("sent");
      expect(await exists("contents_20270317")).toBe(true);
      await other.query("COMMIT");
      expect(await forgetting).toBeGreaterThanOrEqual(1);
      expect(await exists("contents_20270317")).toBe(false);
    });

    it("finishes what an earlier try left half done", async () => {
      await other.query("BEGIN");
      await other.query("SELECT count(*) FROM contents");
      const impatient = await connect();
      await impatient.query("SET statement_timeout = 200");
      await expect(
        impatient.query("ALTER TABLE contents DETACH PARTITION parts.contents_20270317 CONCURRENTLY"),
      ).rejects.toThrow("timeout");
      impatient.release(true);
      await other.query("COMMIT");
      await later(31);
      await forget();
      expect(await exists("contents_20270317")).toBe(false);
    });

    it("drops one that was detached and left", async () => {
      await query("ALTER TABLE contents DETACH PARTITION parts.contents_20270317");
      await later(31);
      await forget();
      expect(await exists("contents_20270317")).toBe(false);
    });
  });
});
