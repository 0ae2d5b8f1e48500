import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { LADDERS } from "@sendex/core/sending/ladder";
import type { SesAnswer } from "@sendex/core/ports";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { read, rowOf, statusOf, timeline } from "@sendex/testing/look";
import { plain } from "@sendex/data/database/pools";

const RETRY: SesAnswer = { kind: "retry", code: "InternalFailure", detail: "oops", alert: false };
const THROTTLED: SesAnswer = {
  kind: "throttled",
  code: "Throttling",
  detail: "Maximum sending rate exceeded.",
};

describe("sending", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  beforeEach(() => {
    drive.test.world.sent.length = 0;
    drive.test.world.sesAnswers.length = 0;
  });

  it("hands a message to SES once per recipient, with the same mail and tags of its own", async () => {
    const id = await post(drive, {
      to: [{ address: "a@example.com" }],
      cc: [{ address: "b@example.com" }],
      bcc: [{ address: "c@example.com" }],
    });
    await sendDue(drive);
    const { sent } = drive.test.world;
    expect(sent.map(({ to }) => to).sort()).toEqual(["a@example.com", "b@example.com", "c@example.com"]);
    const [first] = sent;
    expect(sent.every(({ raw }) => Buffer.compare(raw, first?.raw ?? Buffer.alloc(0)) === 0)).toBe(true);
    expect(Buffer.from(first?.raw ?? []).toString()).not.toContain("c@example.com");
    expect(new Set(sent.map(({ tags }) => tags["sendex-recipient"]))).toEqual(new Set(["0", "1", "2"]));
    expect(sent.every(({ tags }) => tags["sendex-message"] === id && tags["sendex-attempt"] === "1")).toBe(
      true,
    );
    expect((await read(drive, id)).recipients.map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
  });

  it("sends a turn once, however often and however late its job runs", async () => {
    const id = await post(drive);
    const due = drive.test.clock.now();
    const job = {
      accountId: drive.account.accountId,
      messageId: id,
      n: 0,
      priority: "standard",
      due: due.getTime(),
    } as const;
    const { sendRecipient } = await import("@sendex/pipeline/sending/send-recipient");
    await Promise.all([1, 2, 3].map(() => sendRecipient(drive.test.context, drive.sender, job)));
    await sendRecipient(drive.test.context, drive.sender, job);
    expect(drive.test.world.sent).toHaveLength(1);
  });

  it("throttled twice, then sent: one copy, three attempts, no step used", async () => {
    drive.test.world.sesAnswers.push(THROTTLED, THROTTLED);
    const id = await post(drive);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await sendDue(drive)).toBe(1);
      drive.test.clock.advance(1_000);
    }
    expect(await timeline(drive, id)).toEqual(["queued", "attempt", "attempt", "attempt", "sent"]);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sent", attempt: 3, ladder_step: 0 });
    expect(drive.test.world.sent).toHaveLength(3);
  });

  it("fails by SES's 500 twice, then sent: two steps of the ladder, each waited for", async () => {
    drive.test.world.sesAnswers.push(RETRY, RETRY);
    const id = await post(drive);
    await sendDue(drive);
    drive.test.clock.advance(29_999);
    expect(await sendDue(drive)).toBe(0);
    drive.test.clock.advance(1);
    expect(await sendDue(drive)).toBe(1);
    drive.test.clock.advance(60_000);
    expect(await sendDue(drive)).toBe(1);
    expect(await rowOf(drive, id)).toMatchObject({ status: "sent", attempt: 3, ladder_step: 2 });
  });

  it.each(["sendex", "sendarix"] as const)("gives up when the %s ladder is spent", async (dialect) => {
    const id = await post(drive, {}, dialect);
    for (const delay of [0, ...LADDERS[dialect]]) {
      drive.test.clock.advance(delay);
      drive.test.world.sesAnswers.push(RETRY);
      expect(await sendDue(drive)).toBe(1);
    }
    expect(await rowOf(drive, id)).toMatchObject({
      status: "failed",
      reason: "retries_exhausted",
      due_at: null,
    });
    expect(drive.test.world.sent).toHaveLength(LADDERS[dialect].length + 1);
    const events = (await read(drive, id)).events.map(({ type }) => type);
    expect(events.filter((type) => type === "failed")).toHaveLength(1);
    expect(events.filter((type) => type === "deferred")).toHaveLength(
      dialect === "sendarix" ? LADDERS.sendarix.length : 0,
    );
  });

  it("fails at once on what will never work", async () => {
    drive.test.world.sesAnswers.push({ kind: "rejected", code: "MessageRejected", detail: "no" });
    const id = await post(drive);
    await sendDue(drive);
    expect(await rowOf(drive, id)).toMatchObject({
      status: "failed",
      reason: "MessageRejected",
      ladder_step: 0,
    });
  });

  it("pauses the route for everyone on account trouble, burns no step, and opens it with the next success", async () => {
    drive.test.world.sesAnswers.push({
      kind: "paused",
      code: "AccountSendingPausedException",
      detail: "paused",
      quota: false,
    });
    const [first, second] = [await post(drive), await post(drive)];
    const { sendRecipient } = await import("@sendex/pipeline/sending/send-recipient");
    const due = drive.test.clock.now().getTime();
    const job = (messageId: string) =>
      ({ accountId: drive.account.accountId, messageId, n: 0, priority: "standard", due }) as const;
    await sendRecipient(drive.test.context, drive.sender, job(first));
    await sendRecipient(drive.test.context, drive.sender, job(second));
    expect(drive.test.world.sent).toHaveLength(1);
    expect(await statusOf(drive, second)).toBe("queued");
    expect(await timeline(drive, second)).toEqual(["queued", "paused"]);
    drive.test.clock.advance(30_001);
    await sendDue(drive);
    expect([await statusOf(drive, first), await statusOf(drive, second)]).toEqual(["sent", "sent"]);
    expect(await rowOf(drive, first)).toMatchObject({ ladder_step: 0 });
    const { rows } = await plain(drive.test.context.data).query(
      "SELECT 1 FROM send_routes WHERE paused_at IS NOT NULL",
    );
    expect(rows).toEqual([]);
  });

  it("ends a suppressed recipient and sends to the others", async () => {
    const pool = plain(drive.test.context.data);
    await pool.query(
      "INSERT INTO suppressions (account_id, address, reason, origin, created_at) VALUES ($1, 'gone@example.com', 'bounce', 'ses', now())",
      [drive.account.accountId],
    );
    const id = await post(drive, { to: [{ address: "Gone@example.com" }, { address: "here@example.com" }] });
    await sendDue(drive);
    expect(drive.test.world.sent.map(({ to }) => to)).toEqual(["here@example.com"]);
    expect((await read(drive, id)).recipients.map(({ status }) => status)).toEqual(["suppressed", "sent"]);
    expect(await timeline(drive, id)).toContain("suppressed");
  });

  it("claims nothing of an account that was suspended after accept", async () => {
    const pool = plain(drive.test.context.data);
    const id = await post(drive);
    await pool.query("UPDATE accounts SET standing = 'suspended' WHERE id = $1", [drive.account.accountId]);
    await sendDue(drive);
    await pool.query("UPDATE accounts SET standing = 'active' WHERE id = $1", [drive.account.accountId]);
    expect(drive.test.world.sent).toEqual([]);
    expect(await statusOf(drive, id)).toBe("held");
  });

  it("sends a subject with a tab", async () => {
    const id = await post(drive, { subject: "a\tb" });
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
    expect(Buffer.from(drive.test.world.sent[0]?.raw ?? []).toString()).toContain(
      "Subject: =?UTF-8?Q?a=09b?=",
    );
  });

  it.each([
    ["subject = E'a\\nb'", "The mail's subject cannot be composed."],
    ["from_header = 'a@b@c'", "An address of its From cannot be read."],
  ])("fails a message of which no mail can be made at its first try: %s", async (change, detail) => {
    const id = await post(drive);
    await plain(drive.test.context.data).query(`UPDATE messages SET ${change} WHERE id = $1`, [id]);
    await sendDue(drive);
    expect(await rowOf(drive, id)).toMatchObject({ status: "failed", reason: "not_composable" });
    const { events } = await read(drive, id);
    expect(events.at(-1)?.data).toMatchObject({ reason: "not_composable", detail });
    expect(drive.test.world.sent).toEqual([]);
  });

  it("fails a message whose content is gone, and says so", async () => {
    const id = await post(drive);
    await plain(drive.test.context.data).query("DELETE FROM contents WHERE message_id = $1", [id]);
    await sendDue(drive);
    expect(await rowOf(drive, id)).toMatchObject({ status: "failed", reason: "content_gone" });
    expect(drive.test.world.sent).toEqual([]);
  });
});
