import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { appeal, decideAppeal } from "@sendex/pipeline/reputation/appeal";
import { evaluateAll } from "@sendex/pipeline/reputation/evaluate";
import { keepHeld } from "@sendex/pipeline/reputation/keep-held";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { type Drive, driveOver, post } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { rowOf, statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { invalidations, ownerMails, seedCounts, standingOf } from "@sendex/testing/standing-drive";
import { plain } from "@sendex/data/database/pools";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { countSources } from "@sendex/data/reputation/rates";

let test: TestContext;
let drive: Drive;
beforeAll(async () => void (test = await openTestContext()));
afterAll(() => test.close());
beforeEach(async () => void (drive = await driveOver(test, await seedAccount(test.context))));
afterEach(() => plain(test.context.data).query("TRUNCATE recipients, suppressions"));

const say = (id: string, name: keyof typeof EVENTS): string => {
  const [type, body] = EVENTS[name];
  return sesEvent(drive, { id }, type, body);
};
const sent = async (address = "someone@example.com"): Promise<string> => {
  const id = await post(drive, { to: [{ address }] });
  await sendDue(drive);
  return id;
};
const GROUNDS = { cause: "operator", reason: "A test.", evidence: {} } as const;
const put = (): Promise<boolean> => suspend(test.context, drive.account.accountId, GROUNDS, "a test");
const lift = (): Promise<boolean> =>
  reinstate(test.context, { accountId: drive.account.accountId, by: "a test", note: "Sorry." });

describe("an account's bounce rate", () => {
  it("suspends with the bounce that takes it above the limit, and not before", async () => {
    await seedCounts(drive, { sent: 98, hurt: 3 });
    const [first, second] = [await sent("a@example.com"), await sent("b@example.com")];
    await hear(drive, [
      sesEvent(drive, { id: first, address: "a@example.com" }, "Bounce", bounceOf("a@example.com")),
    ]);
    expect((await standingOf(drive)).standing).toBe("active");
    await hear(drive, [
      sesEvent(drive, { id: second, address: "b@example.com" }, "Bounce", bounceOf("b@example.com")),
    ]);
    expect(await standingOf(drive)).toMatchObject({
      standing: "suspended",
      standing_reason:
        "5 of the 100 recipients of the last 15 days bounced or complained: 5 %, above the limit of 4 %.",
    });
  });

  it("does not judge fewer than 50 sent", async () => {
    await seedCounts(drive, { sent: 48, hurt: 10 });
    await hear(drive, [say(await sent(), "bounced")]);
    expect((await standingOf(drive)).standing).toBe("active");
  });

  it("counts complaints, and a recipient that bounced and complained once", async () => {
    await seedCounts(drive, { sent: 49, hurt: 1 });
    const id = await sent();
    await hear(drive, [say(id, "bounced"), say(id, "complained")]);
    expect(await readAccount(test.context, drive.account.accountId)).toMatchObject({
      rate: { sent: 50, hurt: 2, percent: 4 },
    });
    expect((await standingOf(drive)).standing).toBe("active");
  });

  it.each(["softBounced", "delivered", "rejected", "opened"] as const)(
    "is not raised by %s",
    async (name) => {
      await seedCounts(drive, { sent: 50, hurt: 2 });
      await hear(drive, [say(await sent(), name)]);
      expect(await readAccount(test.context, drive.account.accountId)).toMatchObject({ rate: { hurt: 2 } });
    },
  );

  it("does not know test mail", async () => {
    await seedCounts(drive, { sent: 49, hurt: 2 });
    const live = drive;
    drive = { ...live, caller: { ...live.caller, mode: "test" } };
    const id = await sent();
    await hear(drive, [say(id, "bounced")]);
    expect(await readAccount(test.context, drive.account.accountId)).toMatchObject({
      rate: { sent: 49, hurt: 2 },
    });
  });

  it("does not know the mailbox simulator: neither what is sent there, nor its bounces and complaints", async () => {
    await seedCounts(drive, { sent: 49, hurt: 2 });
    for (const address of ["bounce@simulator.amazonses.com", "Complaint+a@Simulator.AmazonSES.com"]) {
      const id = await sent(address);
      await hear(drive, [sesEvent(drive, { id, address }, "Bounce", bounceOf(address))]);
      expect(await statusOf(drive, id)).toBe("bounced");
    }
    const rate = async () => (await readAccount(test.context, drive.account.accountId))?.rate;
    expect(await rate()).toMatchObject({ sent: 49, hurt: 2 });
    await rollUpStatistics(test.context.data, 1_000);
    expect(await rate()).toMatchObject({ sent: 49, hurt: 2 });
    const { accountId } = drive.account;
    const [key] = await countSources(test.context.data, { accountId, since: new Date(0) });
    expect(key).toMatchObject({ kind: "key", sent: 0, hurt: 0 });
    expect((await standingOf(drive)).standing).toBe("active");
  });

  it("forgets what is older than 15 days", async () => {
    await seedCounts(drive, { sent: 60, hurt: 30, daysAgo: 15 });
    await seedCounts(drive, { sent: 60, hurt: 0, daysAgo: 14 });
    test.clock.advance(HOUR_MS);
    await evaluateAll(test.context);
    expect((await standingOf(drive)).standing).toBe("active");
    test.clock.advance(-HOUR_MS);
    await evaluateAll(test.context);
    expect((await standingOf(drive)).standing).toBe("suspended");
  });

  it("begins anew with a reinstatement", async () => {
    await seedCounts(drive, { sent: 100, hurt: 30 });
    await evaluateAll(test.context);
    expect((await standingOf(drive)).standing).toBe("suspended");
    await lift();
    await evaluateAll(test.context);
    expect((await standingOf(drive)).standing).toBe("active");
  });

  it("warns the owner above half of the limit, once until it was low again", async () => {
    await seedCounts(drive, { sent: 100, hurt: 3 });
    await evaluateAll(test.context);
    await evaluateAll(test.context);
    expect(await ownerMails(drive)).toEqual(["Too much of your mail bounces"]);
    await seedCounts(drive, { sent: 100, hurt: 0 });
    test.clock.advance(DAY_MS + HOUR_MS);
    await evaluateAll(test.context);
    expect((await standingOf(drive)).warned_at).toBeNull();
  });
});

describe("a suspension", () => {
  it("tells the owner by mail and by webhook, once however often it is asked for", async () => {
    expect(await put()).toBe(true);
    expect(await put()).toBe(false);
    expect(await ownerMails(drive)).toEqual(["Your Sendex account is suspended"]);
    const [told] = await invalidations(drive);
    expect(told).toMatchObject({
      webhook: "account.suspended",
      data: { account_id: drive.account.accountId, cause: "operator", reason: "A test." },
    });
  });

  it("refuses mail whatever the caller's hint says", async () => {
    await put();
    await expect(post(drive)).rejects.toMatchObject({ slug: "account_suspended" });
  });

  it("holds what a worker meets, and what waits in line", async () => {
    const [met, waiting] = [await post(drive), await post(drive)];
    await plain(test.context.data).query(
      "UPDATE recipients SET due_at = due_at + interval '1 hour' WHERE message_id = $1",
      [waiting],
    );
    await put();
    await sendDue(drive);
    expect([await statusOf(drive, met), await statusOf(drive, waiting)]).toEqual(["held", "queued"]);
    await keepHeld(test.context);
    expect([await statusOf(drive, met), await statusOf(drive, waiting)]).toEqual(["held", "held"]);
    expect(await timeline(drive, waiting)).toEqual(["queued", "held"]);
    expect(test.world.sent.filter(({ raw }) => Buffer.from(raw).includes(met))).toEqual([]);
  });

  it("leaves what is scheduled until its time, and then holds it", async () => {
    const id = await post(drive, { scheduledAt: new Date(test.clock.now().getTime() + HOUR_MS) });
    await put();
    await keepHeld(test.context);
    expect(await statusOf(drive, id)).toBe("scheduled");
    test.clock.advance(HOUR_MS);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("held");
  });

  it("is over with a reinstatement, after which all that was held is sent, once", async () => {
    const ids = [await post(drive), await post(drive), await post(drive)];
    await put();
    await keepHeld(test.context);
    const before = test.world.sent.length;
    expect(await lift()).toBe(true);
    expect(await lift()).toBe(false);
    await keepHeld(test.context);
    await sendDue(drive);
    await sendDue(drive);
    expect(test.world.sent.length - before).toBe(3);
    for (const id of ids)
      expect(await timeline(drive, id)).toEqual(["queued", "held", "released", "attempt", "sent"]);
    expect(await ownerMails(drive)).toEqual([
      "Your Sendex account is suspended",
      "Your Sendex account is reinstated",
    ]);
    expect((await invalidations(drive)).map(({ webhook }) => webhook)).toEqual([
      "account.suspended",
      "account.reinstated",
    ]);
  });

  it("gives up after 72 hours what it holds, and says why", async () => {
    const id = await post(drive);
    await put();
    await keepHeld(test.context);
    test.clock.advance(72 * HOUR_MS - 1);
    await keepHeld(test.context);
    expect(await statusOf(drive, id)).toBe("held");
    test.clock.advance(1);
    await keepHeld(test.context);
    expect(await rowOf(drive, id)).toMatchObject({ status: "failed", reason: "held_too_long", due_at: null });
    expect(await timeline(drive, id)).toEqual(["queued", "held", "failed"]);
    const { rows } = await plain(test.context.data).query(
      "SELECT webhook FROM events WHERE subject_id = $1 ORDER BY id DESC LIMIT 1",
      [id],
    );
    expect(rows).toEqual([{ webhook: "email.failed" }]);
  });

  it("does not touch the mail of others", async () => {
    const other = await driveOver(test, await seedAccount(test.context));
    const id = await post(other);
    await put();
    await keepHeld(test.context);
    await sendDue(other);
    expect(await statusOf(other, id)).toBe("sent");
  });

  it("is asked for again where composing took long, and then calls SES no more", async () => {
    const id = await post(drive);
    const before = test.world.sent.length;
    const slow = {
      ...drive.sender,
      compose: async (claim: Parameters<typeof drive.sender.compose>[0]) => {
        await put();
        test.clock.advance(501);
        return drive.sender.compose(claim);
      },
    };
    await sendDue({ ...drive, sender: slow });
    expect(test.world.sent.length).toBe(before);
    test.clock.advance(2_000);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("held");
  });
});

describe("an appeal", () => {
  const open = () => appeal(test.context, drive.account.accountId, "Invoices, to our own customers.");

  it("needs a suspension", async () => {
    await expect(open()).rejects.toMatchObject({ slug: "unprocessable_entity" });
  });

  it("that is granted reinstates the account", async () => {
    await put();
    const { id } = await open();
    await expect(open()).rejects.toMatchObject({ slug: "unprocessable_entity" });
    const decided = await decideAppeal(test.context, { id, granted: true, by: "Ada", note: "Fine." });
    expect(decided).toMatchObject({ decision: "granted", decidedBy: "Ada", note: "Fine." });
    expect((await standingOf(drive)).standing).toBe("active");
    await expect(
      decideAppeal(test.context, { id, granted: true, by: "Ada", note: null }),
    ).rejects.toMatchObject({
      slug: "unprocessable_entity",
    });
  });

  it("that is denied can be followed by two more", async () => {
    await put();
    for (const left of ["2 times", "once", "used up"]) {
      const { id } = await open();
      await decideAppeal(test.context, { id, granted: false, by: "Ada", note: "Bought lists." });
      const { rows } = await plain(test.context.data).query<{ text: string }>(
        "SELECT text FROM owner_mails WHERE account_id = $1 ORDER BY id DESC LIMIT 1",
        [drive.account.accountId],
      );
      expect(rows[0]?.text).toContain(left);
    }
    await expect(open()).rejects.toMatchObject({ slug: "unprocessable_entity" });
    expect((await standingOf(drive)).standing).toBe("suspended");
  });

  it("has no object any more once the account is reinstated otherwise", async () => {
    await put();
    const { id } = await open();
    await lift();
    const { rows } = await plain(test.context.data).query("SELECT decision FROM appeals WHERE id = $1", [id]);
    expect(rows).toEqual([{ decision: "moot" }]);
  });
});

describe("what operators do", () => {
  it("is written down with the act, and cannot be changed or deleted", async () => {
    await put();
    await lift();
    const pool = plain(test.context.data);
    const { rows } = await pool.query(
      "SELECT actor, act FROM audit_entries WHERE account_id = $1 ORDER BY id",
      [drive.account.accountId],
    );
    expect(rows).toEqual([
      { actor: "a test", act: "account.suspend" },
      { actor: "a test", act: "account.reinstate" },
    ]);
    for (const text of [
      "UPDATE audit_entries SET actor = 'x'",
      "DELETE FROM audit_entries",
      "TRUNCATE audit_entries",
    ])
      await expect(pool.query(text)).rejects.toThrow(/append-only/);
  });
});

function bounceOf(emailAddress: string): Record<string, unknown> {
  return {
    bounce: { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [{ emailAddress }] },
  };
}
