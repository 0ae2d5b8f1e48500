import type { PaceLimit } from "@sendex/core/webhooks/event";
import { ACCOUNT_SUSPENDED, heldUntil } from "@sendex/core/reputation/standing";
import { OWN_STATES } from "@sendex/core/reports/status";
import type { Claim } from "@sendex/data/sending/claim";
import type { PutBack } from "@sendex/data/sending/put-back";
import type { ClaimRequest } from "@sendex/data/sending/recipient-key";
import type { Context } from "../context";
import { newFact } from "../reports/new-fact";
import { emit } from "../webhooks/emit";
import { newEntry } from "../webhooks/new-entry";

/** The reason of a recipient that waits for its pace, and its entry's type. */
const PACED = "paced";

/** The recipient's address is on the account's list: it ends here, and the message's others go on. */
export async function endSuppressed(
  context: Context,
  request: ClaimRequest,
  claim: Claim,
  reason: string,
): Promise<void> {
  const now = context.clock();
  const events = [newEntry(claim, "suppressed", { reason }, now)];
  const facts = [newFact(claim, "suppressed", now)];
  await move(context, { ...request, ...OWN_STATES.suppressed, reason, dueAt: null, events, facts });
}

/** The account is suspended: kept until it is reinstated, or given up. */
export async function holdForSuspension(
  context: Context,
  request: ClaimRequest,
  claim: Claim,
): Promise<void> {
  const now = context.clock();
  const reason = ACCOUNT_SUSPENDED;
  const event = newEntry(claim, "held", { reason }, now);
  await move(context, { ...request, ...OWN_STATES.held, reason, dueAt: heldUntil(now), events: [event] });
}

/**
 * The route is shut because of the SES account: the recipient waits for the next probe. The timeline says the reason
 * once.
 */
export async function waitForRoute(
  context: Context,
  request: ClaimRequest,
  claim: Claim,
  { until, reason }: { until: Date; reason: string },
): Promise<void> {
  const events = claim.reason === reason ? [] : [newEntry(claim, "paused", { reason }, context.clock())];
  await move(context, { ...request, ...OWN_STATES.queued, reason, dueAt: until, events });
}

/** No slot for a while: puts the recipient back until one is expected. The timeline says it once for each limit. */
export async function waitForPace(
  context: Context,
  request: ClaimRequest,
  waitMs: number,
  pace: PaceLimit,
): Promise<void> {
  const at = context.clock();
  const dueAt = new Date(at.getTime() + Math.max(waitMs, 1));
  const data = { reason: PACED, detail: paceDetail(pace), retryAt: dueAt.toISOString(), pace };
  const event = newEntry(request, PACED, data, at);
  const { limit, domain } = pace;
  const once = { pace: domain === undefined ? { limit } : { limit, domain } };
  await move(context, { ...request, ...OWN_STATES.queued, reason: PACED, dueAt, events: [event], once });
}

function paceDetail({ limit, domain = "", perSecond }: PaceLimit): string {
  const rate = perSecond >= 1 ? `${round(perSecond)} a second` : `${round(perSecond * 60)} a minute`;
  return limit === "account"
    ? `Waiting for a slot: Amazon SES takes ${rate} of this account.`
    : `Waiting for a slot: ${domain} has been deferring mail, so it is sent ${rate} for now.`;
}

function round(rate: number): number {
  return Number(rate.toPrecision(2));
}

async function move(context: Context, item: PutBack): Promise<void> {
  void emit(context, [item.accountId], await context.batches.putBack(item));
}
