import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { DAY_MS, HOUR_MS, startOfDay } from "@sendex/kit/day";
import { checkTiers } from "@sendex/pipeline/reputation/check-tiers";
import { evaluateAll } from "@sendex/pipeline/reputation/evaluate";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { resumeSource } from "@sendex/pipeline/reputation/resume-source";
import { sendOwnerMail } from "@sendex/pipeline/accounts/send-owner-mail";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { type Drive, driveOver, post } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { statusOf } from "@sendex/testing/look";
import { invalidations, ownerMails, seedCounts, standingOf } from "@sendex/testing/standing-drive";
import { plain, prisma } from "@sendex/data/database/pools";

/** Of today: partitions are made from then on. */
const NOON = new Date(startOfDay(new Date()).getTime() + 12 * HOUR_MS);

let test: TestContext;
let drive: Drive;
beforeAll(
  async () =>
    void (test = await openTestContext({ now: NOON, settings: { systemFrom: "Sendex <us@sendex.test>" } })),
);
afterAll(() => test.close());
beforeEach(async () => {
  await plain(test.context.data).query("UPDATE accounts SET tier = 'gone' WHERE tier = 'new'");
  drive = await driveOver(test, await seedAccount(test.context));
});

const age = (ms: number) =>
  prisma(test.context.data).account.update({
    where: { id: drive.account.accountId },
    data: { createdAt: new Date(test.clock.now().getTime() - ms) },
  });
const nextDay = () => test.clock.set(new Date(startOfDay(test.clock.now()).getTime() + DAY_MS));
const tier = async (): Promise<string> => (await standingOf(drive)).tier;
const accepted = async (): Promise<void> => {
  await post(drive);
  await rollUpStatistics(test.context.data, 1_000);
};

describe("the tier", () => {
  it("is raised at night for who meets all four requirements, and the account told", async () => {
    await age(14 * DAY_MS);
    await seedCounts(drive, { sent: 100, hurt: 1 });
    await checkTiers(test.context);
    expect(await tier()).toBe("trusted");
    expect(await invalidations(drive)).toEqual([
      {
        webhook: "account.tier_changed",
        data: { account_id: drive.account.accountId, from: "new", to: "trusted" },
      },
    ]);
    await checkTiers(test.context);
    expect(await invalidations(drive)).toHaveLength(1);
  });

  it.each([
    ["a day too young", 13 * DAY_MS + 23 * HOUR_MS, { sent: 100, hurt: 0 }],
    ["99 sent", 14 * DAY_MS, { sent: 99, hurt: 0 }],
    ["2 % hurt", 14 * DAY_MS, { sent: 100, hurt: 2 }],
  ])("stays with %s", async (_, ms, counts) => {
    await age(ms);
    await seedCounts(drive, counts);
    await checkTiers(test.context);
    expect(await tier()).toBe("new");
  });

  it("is looked at once a night, and once more at the day's first sending", async () => {
    await age(14 * DAY_MS - HOUR_MS);
    await seedCounts(drive, { sent: 100, hurt: 0 });
    await checkTiers(test.context);
    test.clock.advance(HOUR_MS);
    await checkTiers(test.context);
    expect(await tier()).toBe("new");
    await accepted();
    await checkTiers(test.context);
    expect(await tier()).toBe("trusted");
  });

  it("is not raised twice a day by sending, but the next night", async () => {
    await age(14 * DAY_MS);
    await accepted();
    await checkTiers(test.context);
    await seedCounts(drive, { sent: 200, hurt: 0 });
    await accepted();
    await checkTiers(test.context);
    expect(await tier()).toBe("new");
    nextDay();
    await checkTiers(test.context);
    expect(await tier()).toBe("trusted");
  });

  it("counts the last 30 days only", async () => {
    await age(60 * DAY_MS);
    await seedCounts(drive, { sent: 100, hurt: 0, daysAgo: 31 });
    await checkTiers(test.context);
    expect(await tier()).toBe("new");
  });
});

describe("the daily guideline", () => {
  it("is noted once a UTC day when it is crossed, and refuses nothing", async () => {
    nextDay();
    await seedCounts(drive, { sent: 0, hurt: 0, accepted: 500, daysAgo: 0 });
    await checkTiers(test.context);
    expect((await standingOf(drive)).crossed_on).toBeNull();
    await accepted();
    await checkTiers(test.context);
    expect((await standingOf(drive)).crossed_on).not.toBeNull();
    const id = await post(drive);
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
    expect(await readAccount(test.context, drive.account.accountId)).toMatchObject({
      guideline: 500,
      acceptedToday: 502,
    });
  });

  it("begins anew at midnight UTC", async () => {
    test.clock.set(new Date(startOfDay(test.clock.now()).getTime() + 2 * DAY_MS - 1));
    await accepted();
    expect(await readAccount(test.context, drive.account.accountId)).toMatchObject({ acceptedToday: 1 });
    test.clock.advance(1);
    expect(await readAccount(test.context, drive.account.accountId)).toMatchObject({ acceptedToday: 0 });
  });
});

describe("a key that brings its account near the suspension", () => {
  it("is paused alone: its mail is refused and waits, the rest goes on, until it is resumed", async () => {
    const { accountId } = drive.account;
    const { keyId } = drive.caller;
    const waiting = await post(drive);
    await seedCounts(drive, { sent: 100, hurt: 9, keyId });
    await seedCounts(drive, { sent: 300, hurt: 0, keyId: "key_other" });
    await evaluateAll(test.context);
    expect(await standingOf(drive)).toMatchObject({ standing: "active", paused_sources: [keyId] });
    expect(await ownerMails(drive)).toEqual(["Too much of your mail bounces", "Your API key full is paused"]);
    await expect(
      post({ ...drive, caller: { ...drive.caller, pausedSources: [keyId] } }),
    ).rejects.toMatchObject({
      slug: "forbidden",
    });
    await sendDue(drive);
    expect(await statusOf(drive, waiting)).toBe("queued");
    const other = await post({ ...drive, caller: { ...drive.caller, keyId: await otherKey() } });
    await sendDue(drive);
    expect(await statusOf(drive, other)).toBe("sent");
    await resumeSource(test.context, { accountId, sourceId: keyId });
    await evaluateAll(test.context);
    expect((await standingOf(drive)).paused_sources).toEqual([]);
    test.clock.advance(5 * 60_000);
    await sendDue(drive);
    expect(await statusOf(drive, waiting)).toBe("sent");
    await expect(resumeSource(test.context, { accountId, sourceId: keyId })).rejects.toMatchObject({
      slug: "not_found",
    });
  });

  async function otherKey(): Promise<string> {
    const key = await prisma(test.context.data).apiKey.findFirst({
      where: { accountId: drive.account.accountId, id: { not: drive.caller.keyId } },
    });
    return key?.id ?? "";
  }
});

describe("mail to an account's owner", () => {
  const warn = async () => {
    await seedCounts(drive, { sent: 100, hurt: 3 });
    await evaluateAll(test.context);
  };
  const row = async () => {
    const { rows } = await plain(test.context.data).query<{
      due_at: Date | null;
      ses_message_id: string | null;
      error: string | null;
    }>("SELECT due_at, ses_message_id, error FROM owner_mails WHERE account_id = $1", [
      drive.account.accountId,
    ]);
    return rows[0];
  };

  it("goes to the account's address from SYSTEM_FROM, once", async () => {
    await warn();
    test.world.sent.length = 0;
    await sendOwnerMail(test.context);
    await sendOwnerMail(test.context);
    const mails = test.world.sent.filter(({ to }) => to === drive.account.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.from).toBe("us@sendex.test");
    expect(Buffer.from(mails[0]?.raw ?? []).toString()).toMatch(/Subject: Too much of your mail bounces/);
    expect(await row()).toMatchObject({ due_at: null, error: null });
  });

  it("is tried again when SES has trouble", async () => {
    await warn();
    test.world.sesAnswers = [{ kind: "retry", code: "InternalFailure", detail: "Trouble.", alert: false }];
    await sendOwnerMail(test.context);
    expect(await row()).toMatchObject({ ses_message_id: null, error: "InternalFailure: Trouble." });
    test.clock.advance(60_000);
    await sendOwnerMail(test.context);
    expect(await row()).toMatchObject({ due_at: null, error: null });
  });
});
