import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import type { ReviewedMail, ReviewVerdict } from "@sendex/core/reputation/review";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { openCases } from "@sendex/data/reputation/review-cases";
import { reviewAgainFrom } from "@sendex/data/reputation/review-queue";
import { checkTiers } from "@sendex/pipeline/reputation/check-tiers";
import { decideCase } from "@sendex/pipeline/reputation/decide-case";
import { review } from "@sendex/pipeline/reputation/review";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { type Drive, driveOver, post } from "@sendex/testing/drive";
import { ownerMails, seedCounts, standingOf } from "@sendex/testing/standing-drive";
import { plain, prisma } from "@sendex/data/database/pools";

const CLEAN: ReviewVerdict = {
  label: "clean",
  score: 0,
  structural: false,
  reasons: [],
  provider: "embedded",
  agreed: false,
};
const REASONS = [{ signal: "link_shows_other_domain", sentence: "A link shows a bank and leads elsewhere." }];

let test: TestContext;
let drive: Drive;
let seen: ReviewedMail[] = [];
let verdict: ReviewVerdict = CLEAN;
beforeAll(async () => {
  const reviewMail = async (mail: ReviewedMail): Promise<ReviewVerdict> => {
    seen.push(mail);
    return verdict;
  };
  test = await openTestContext({ ports: { review: reviewMail } });
});
afterAll(() => test.close());
beforeEach(async () => {
  await plain(test.context.data).query(
    "TRUNCATE statistics, statistic_deltas, messages, recipients, review_cases",
  );
  drive = await driveOver(test, await seedAccount(test.context));
  seen = [];
  verdict = CLEAN;
});

const look = async (): Promise<number> => {
  await rollUpStatistics(test.context.data, 10_000);
  return review(test.context);
};
const age = (ms: number) =>
  prisma(test.context.data).account.update({
    where: { id: drive.account.accountId },
    data: { createdAt: new Date(test.clock.now().getTime() - ms) },
  });

describe("the content review", () => {
  it("reads all of an account's first day, once, with what the account is", async () => {
    await post(drive, {
      html: "<p>Hello</p>",
      replyTo: [{ address: "me@elsewhere.example" }],
      attachments: [{ filename: "a.txt", content: Buffer.from("x"), contentType: "text/plain" }],
    });
    await post(drive);
    expect(await look()).toBe(2);
    expect(await look()).toBe(0);
    expect(seen[0]).toEqual({
      from: { address: `hello@${drive.account.domain}` },
      replyTo: [{ address: "me@elsewhere.example" }],
      subject: "Hello",
      text: "A body.",
      html: "<p>Hello</p>",
      files: ["a.txt"],
      account: { verifiedDomains: [drive.account.domain], ageDays: expect.any(Number) },
    });
  });

  it("looks at a sample of older accounts' mail for as long as they live", async () => {
    await age(400 * DAY_MS);
    for (let i = 0; i < 150; i += 1) await post(drive);
    const reviewed = await look();
    expect(reviewed).toBeGreaterThan(0);
    expect(reviewed).toBeLessThan(60);
    expect(await look()).toBe(0);
  });

  it("takes no more than its bound at one look, and goes on with the next", async () => {
    for (let i = 0; i < 30; i += 1) await post(drive);
    expect([await look(), await look(), await look()]).toEqual([25, 5, 0]);
  });

  it("goes through the day's mail again, and at more of it, once the guideline is crossed", async () => {
    await age(2 * DAY_MS);
    for (let i = 0; i < 60; i += 1) await post(drive);
    const before = await look();
    await seedCounts(drive, { sent: 0, hurt: 0, accepted: 500, daysAgo: 0 });
    await checkTiers(test.context);
    expect(await look()).toBeGreaterThan(before);
  });

  it("leaves test mail and erased mail alone", async () => {
    await post({ ...drive, caller: { ...drive.caller, mode: "test" } });
    await post(drive);
    await plain(test.context.data).query("DELETE FROM contents");
    await look();
    expect(seen).toEqual([]);
  });

  it("goes on past a message that does not open", async () => {
    await post(drive);
    await plain(test.context.data).query("UPDATE contents SET sealed = 'x'");
    await post(drive);
    expect(await look()).toBe(2);
    expect(seen).toHaveLength(1);
    expect(await look()).toBe(0);
  });

  it("opens one case for what it flags, and the account goes on", async () => {
    verdict = { ...CLEAN, label: "phishing", score: 0.8, reasons: REASONS };
    const messageId = await post(drive);
    await look();
    const [found, ...others] = await openCases(test.context.data, "", 10);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      messageId,
      label: "phishing",
      action: "flag",
      reasons: REASONS,
      decision: null,
    });
    expect((await standingOf(drive)).standing).toBe("active");
  });

  it("suspends for what it is sure of and sees a structural sign of, and tells the owner what that was", async () => {
    verdict = { ...CLEAN, label: "phishing", score: 0.999, structural: true, reasons: REASONS };
    const messageId = await post(drive);
    await look();
    expect(await standingOf(drive)).toMatchObject({
      standing: "suspended",
      standing_reason:
        "The content review takes a message for phishing. A link shows a bank and leads elsewhere.",
    });
    const { rows } = await plain(test.context.data).query<{ text: string }>(
      "SELECT text FROM owner_mails WHERE account_id = $1",
      [drive.account.accountId],
    );
    expect(rows[0]?.text).toContain(messageId);
  });

  it("never suspends for words alone", async () => {
    verdict = { ...CLEAN, label: "scam", score: 1, structural: false, reasons: REASONS };
    await post(drive);
    await look();
    expect((await standingOf(drive)).standing).toBe("active");
  });
});

describe("an operator's decision on a case", () => {
  const openOne = async (action: "flag" | "suspend") => {
    verdict = {
      ...CLEAN,
      label: "phishing",
      score: 0.999,
      structural: action === "suspend",
      reasons: REASONS,
    };
    await post(drive);
    await look();
    const [found] = await openCases(test.context.data, "", 1);
    return found?.id ?? "";
  };
  const lookAgain = async () => {
    await reviewAgainFrom(test.context.data, drive.account.accountId, "");
    expect(await look()).toBe(1);
  };
  const decide = (id: string, decision: "legitimate" | "abuse") =>
    decideCase(test.context, { id, decision, by: "Ada", note: null });

  it("abuse suspends", async () => {
    expect(await decide(await openOne("flag"), "abuse")).toMatchObject({
      decision: "abuse",
      decidedBy: "Ada",
    });
    expect((await standingOf(drive)).standing).toBe("suspended");
  });

  it("legitimate ends the suspension that it caused", async () => {
    const id = await openOne("suspend");
    await decide(id, "legitimate");
    expect((await standingOf(drive)).standing).toBe("active");
    expect(await ownerMails(drive)).toEqual([
      "Your Sendex account is suspended",
      "Your Sendex account is reinstated",
    ]);
    await expect(decide(id, "abuse")).rejects.toMatchObject({ slug: "unprocessable_entity" });
  });

  it("holds when the message is looked at again", async () => {
    await decide(await openOne("suspend"), "legitimate");
    await lookAgain();
    expect((await standingOf(drive)).standing).toBe("active");
  });

  it("is not left half done by a crash: what comes after it does the rest", async () => {
    const id = await openOne("suspend");
    // As if the process had ended after the suspension, and before the case was written.
    await plain(test.context.data).query("TRUNCATE review_cases");
    await lookAgain();
    const [found] = await openCases(test.context.data, "", 1);
    expect(found).toMatchObject({ action: "suspend", decision: null });
    expect(found?.id).not.toBe(id);
    expect(await decide(found?.id ?? "", "abuse")).toMatchObject({ decision: "abuse" });
    expect(await ownerMails(drive)).toEqual(["Your Sendex account is suspended"]);
  });

  it("legitimate leaves a suspension for something else", async () => {
    const id = await openOne("flag");
    await suspend(test.context, drive.account.accountId, { cause: "operator", reason: "x", evidence: {} });
    test.clock.advance(HOUR_MS);
    await decide(id, "legitimate");
    expect((await standingOf(drive)).standing).toBe("suspended");
  });
});
