import { DAY_MS, firstHour } from "@sendex/kit/day";
import { pauseMail, warningMail } from "@sendex/core/accounts";
import {
  type Counts,
  culpritOf,
  HURT,
  judgeRate,
  rateSpanStart,
  SUSPENSION,
} from "@sendex/core/reputation/rate";
import { rateEvidence, rateGrounds, rateSentence } from "@sendex/core/reputation/standing";
import { newId } from "@sendex/crypto/token";
import { type JudgedAccount, judgedAccounts } from "@sendex/data/accounts/accounts";
import { accountsHurt, countRates, countSources } from "@sendex/data/reputation/rates";
import type { Fact } from "@sendex/data/reports/facts";
import { nameOfSource, pauseSource } from "@sendex/data/reputation/source-pauses";
import { forgetWarnings, warnAccount } from "@sendex/data/reputation/standing";
import { ownerMail } from "../accounts/news";
import { announce } from "../announce";
import type { Context } from "../context";
import { suspend } from "./suspend";

/** Accounts whose counters are read together. */
const PAGE = 200;
/** An owner whose rate moves around the threshold is warned once a day at most. */
const WARN_AGAIN_MS = DAY_MS;

/**
 * Judges the bounce rates of accounts with a recipient that was just hurt, by the counted facts: suspends, warns, or
 * pauses the one key or template that causes it. Never rejects: what is not judged now is judged by the schedule.
 */
export async function evaluate(context: Context, facts: Fact[]): Promise<void> {
  const hurt = facts.filter(({ event, mode }) => event === HURT && mode === "live");
  const accountIds = [...new Set(hurt.map(({ accountId }) => accountId))];
  try {
    for (let i = 0; i < accountIds.length; i += PAGE) await judge(context, accountIds.slice(i, i + PAGE));
  } catch (error) {
    context.log.error({ err: error, accounts: accountIds.length }, "bounce rates are judged later");
  }
}

/** The same for every account with a recipient hurt in the window. Returns how many there were. */
export async function evaluateAll(context: Context): Promise<number> {
  const since = firstHour(context.clock(), SUSPENSION.windowDays);
  let count = 0;
  for (let after = ""; ;) {
    const page = await accountsHurt(context.data, since, after, PAGE);
    await judge(context, page);
    count += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return count;
    after = last;
  }
}

async function judge(context: Context, accountIds: string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const now = context.clock();
  const accounts = await judgedAccounts(context.data, accountIds);
  const spans = accounts.map(({ id, rateSince }) => ({
    accountId: id,
    since: rateSpanStart(now, rateSince),
  }));
  const counts = await countRates(context.data, spans);
  const low: string[] = [];
  for (const [i, account] of accounts.entries()) {
    const own = counts[i] ?? { sent: 0, hurt: 0 };
    const verdict = judgeRate(own);
    if (verdict === "suspend") await suspend(context, account.id, rateGrounds(own));
    if (verdict === "warn") await warn(context, account, own, now);
    if (verdict === "good" && account.warnedAt) low.push(account.id);
  }
  await forgetWarnings(context.data, low, new Date(now.getTime() - WARN_AGAIN_MS));
}

async function warn(context: Context, account: JudgedAccount, counts: Counts, now: Date): Promise<void> {
  const { id: accountId, rateSince, warnedAt } = account;
  if (!warnedAt) {
    const mail = ownerMail(accountId, warningMail(counts), now);
    if (await warnAccount(context.data, mail, now))
      context.log.warn({ accountId, ...counts, alert: "bounce_rate" }, "an account's bounce rate is high");
  }
  const since = rateSpanStart(now, rateSince);
  const sources = await countSources(context.data, { accountId, since });
  const source = culpritOf(counts, sources);
  if (source) await pause(context, accountId, source, now);
}

async function pause(
  context: Context,
  accountId: string,
  source: Counts & { kind: "key" | "template"; id: string },
  now: Date,
): Promise<void> {
  const reason = `${rateSentence(source)}.`;
  const evidence = rateEvidence(source, SUSPENSION.percent);
  const name = await nameOfSource(context.data, accountId, source);
  const pausing = {
    accountId,
    id: newId("pau", now),
    kind: source.kind,
    sourceId: source.id,
    reason,
    evidence,
  };
  const mail = ownerMail(accountId, pauseMail({ ...source, name }, reason), now);
  if (!(await pauseSource(context.data, pausing, { mail }, now))) return;
  await announce(context, accountId);
  context.log.warn(
    { accountId, [source.kind]: source.id, reason, alert: "source_paused" },
    "a source is paused",
  );
}
