import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { noteReviewed } from "@sendex/data/reputation/review-queue";
import { eraseOptedOut } from "@sendex/pipeline/content/erase-opted-out";
import { changeAccount } from "@sendex/pipeline/accounts/change";
import { seedAccount } from "@sendex/testing/accounts";
import { driveOver, openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { read, statusOf } from "@sendex/testing/look";
import { plain } from "@sendex/data/database/pools";

const MINUTE_MS = 60_000;

describe("content of an account that opted out", () => {
  let drive: Drive;
  const start = new Date();
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.clock.set(start);
    await query("TRUNCATE recipients, messages, contents");
    await query("UPDATE accounts SET keep_content = true, erase_after = ''");
    drive = await driveOver(drive.test, await seedAccount(drive.test.context));
  });

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const optOut = () => changeAccount(drive.test.context, drive.account.accountId, { keepContent: false });
  const erase = () => eraseOptedOut(drive.test.context);
  const stored = async () =>
    (await query("SELECT DISTINCT message_id AS id FROM contents ORDER BY 1")).map(({ id }) => id);

  it("goes, with the subject, once the message is settled and ten minutes old", async () => {
    await optOut();
    const id = await post(drive);
    drive.test.clock.advance(11 * MINUTE_MS);
    expect(await erase()).toBe(0);
    await sendDue(drive);
    expect(await erase()).toBe(1);
    expect(await stored()).toEqual([]);
    expect(await read(drive, id)).toMatchObject({ subject: null, recipients: [{ status: "sent" }] });
    expect(await erase()).toBe(0);
  });

  it("stays while it may still be looked at", async () => {
    await optOut();
    const id = await post(drive);
    await sendDue(drive);
    drive.test.clock.advance(9 * MINUTE_MS);
    expect(await erase()).toBe(0);
    expect((await read(drive, id)).subject).toBe("Hello");
    expect(await eraseOptedOut(drive.test.context, 0)).toBe(1);
  });

  it("goes at once what the content review has seen, and no more", async () => {
    await optOut();
    const [seen, next] = [await post(drive), await post(drive)];
    await sendDue(drive);
    await noteReviewed(drive.test.context.data, drive.account.accountId, seen);
    expect(await erase()).toBe(1);
    expect(await stored()).toEqual([next]);
  });

  it("goes too where it was stored before, and nobody else's goes", async () => {
    const other = await driveOver(drive.test, await seedAccount(drive.test.context));
    const [kept] = [await post(other), await post(drive)];
    await sendDue(drive);
    drive.test.clock.advance(11 * MINUTE_MS);
    expect(await erase()).toBe(0);
    await optOut();
    expect(await erase()).toBe(1);
    expect(await stored()).toEqual([kept]);
    expect(await changeAccount(drive.test.context, "acc_unknown", { keepContent: false })).toBe(false);
  });

  it("goes of every account, however many there are, past what waits", async () => {
    await optOut();
    const waiting = await post(drive, { scheduledAt: new Date(start.getTime() + 86_400_000) });
    for (let i = 0; i < 3; i += 1) await post(drive);
    const others: Drive[] = [];
    while (others.length < 22)
      others.push(await driveOver(drive.test, await seedAccount(drive.test.context)));
    for (const other of others) {
      await post(other);
      await changeAccount(drive.test.context, other.account.accountId, { keepContent: false });
    }
    await sendDue(drive);
    drive.test.clock.advance(11 * MINUTE_MS);
    expect(await erase()).toBe(25);
    expect(await stored()).toEqual([waiting]);
    drive.test.clock.advance(86_400_000);
    await sendDue(drive);
    expect(await statusOf(drive, waiting)).toBe("sent");
    expect(await erase()).toBe(1);
  });

  it("is passed a bounded number a turn, and the next turn goes on from there", async () => {
    await optOut();
    const old = await post(drive);
    await query(
      `INSERT INTO contents SELECT account_id, substr(message_id, 1, 20) || lpad(i::text, 11, '0'), field, sealed
       FROM contents, generate_series(1, 10500) i WHERE message_id = $1`,
      [old],
    );
    await query(
      `INSERT INTO recipients (account_id, message_id, n, address, kind, status, rank, priority, route)
       SELECT account_id, message_id, 0, 'a@b.example', 'to', 'held', 0, 'bulk', 'ses' FROM contents WHERE message_id <> $1`,
      [old],
    );
    const [newest] = await query("SELECT max(message_id) AS id FROM contents");
    await query("UPDATE recipients SET status = 'sent'  WHERE message_id = $1", [newest?.["id"]]);
    drive.test.clock.advance(11 * MINUTE_MS);
    expect(await erase()).toBe(0);
    expect(
      (await query("SELECT erase_after <> '' AS goes_on FROM accounts WHERE NOT keep_content"))[0],
    ).toEqual({
      goes_on: true,
    });
    expect(await erase()).toBe(1);
    expect((await query("SELECT erase_after FROM accounts WHERE NOT keep_content"))[0]).toEqual({
      erase_after: "",
    });
  });
});
