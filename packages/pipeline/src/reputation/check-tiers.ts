import { firstHour, startOfDay } from "@sendex/kit/day";
import { GUIDELINES, isPromoted, PROMOTION } from "@sendex/core/reputation/tier";
import { idFloor } from "@sendex/crypto/token";
import { countRates } from "@sendex/data/reputation/rates";
import { reviewAgainFrom } from "@sendex/data/reputation/review-queue";
import {
  changeTier,
  noteCrossings,
  noteTierChecks,
  type TierCandidate,
  tiersDueBySending,
  tiersDueTonight,
} from "@sendex/data/reputation/tiers";
import { accountEvent } from "../accounts/news";
import { announce } from "../announce";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

/** Accounts of one run, whose counters are read together; the next run goes on. */
const PAGE = 200;

/**
 * Promotes accounts that meet the requirements: each is looked at every night, and again at its first sending of the
 * UTC day. Notes the accounts that went over the day's guideline. Returns how many accounts it looked at.
 */
export async function checkTiers(context: Context): Promise<number> {
  const now = context.clock();
  const today = startOfDay(now);
  await crossings(context, today);
  const sending = await tiersDueBySending(context.data, today, PAGE);
  await promote(context, sending, now);
  await noteTierChecks(context.data, idsOf(sending), today, "sendingCheckedOn");
  const nightly = await tiersDueTonight(context.data, today, PAGE);
  await promote(context, nightly, now);
  await noteTierChecks(context.data, idsOf(nightly), today, "tierCheckedOn");
  return sending.length + nightly.length;
}

function idsOf(candidates: TierCandidate[]): string[] {
  return candidates.map(({ id }) => id);
}

async function promote(context: Context, candidates: TierCandidate[], now: Date): Promise<void> {
  const since = firstHour(now, PROMOTION.windowDays);
  const counts = await countRates(
    context.data,
    candidates.map(({ id }) => ({ accountId: id, since })),
  );
  for (const [i, candidate] of candidates.entries()) {
    const own = counts[i] ?? { sent: 0, hurt: 0 };
    if (isPromoted({ ...candidate, ...own, suspended: false }, now)) await toTrusted(context, candidate, now);
  }
}

async function toTrusted(context: Context, { id: accountId, tier }: TierCandidate, now: Date): Promise<void> {
  const move = { from: tier, to: "trusted" };
  const event = accountEvent(accountId, "tier_changed", now, move);
  const deliveries = await changeTier(context.data, { accountId, ...move }, { event }, now);
  if (!deliveries) return;
  await announce(context, accountId);
  context.log.info({ accountId, ...move }, "an account has a higher tier");
  void emit(context, [accountId], deliveries);
}

/**
 * Going over a guideline refuses nothing: the content review goes through the day's mail again, and reviews more of
 * it.
 */
async function crossings(context: Context, today: Date): Promise<void> {
  const tiers = Object.entries(GUIDELINES).map(([tier, guideline]) => ({ tier, guideline }));
  const crossed = await noteCrossings(context.data, today, { tiers, fallback: GUIDELINES.new });
  for (const crossing of crossed) {
    context.log.info({ ...crossing, alert: "guideline" }, "an account is over its daily guideline");
    await reviewAgainFrom(context.data, crossing.accountId, idFloor("msg", today));
  }
}
