import { type EventData, type PaceLimit, type TimelineType, webhookFor } from "@sendex/core/webhooks/event";
import { ACCOUNT_SUSPENDED, heldUntil } from "@sendex/core/reputation/standing";
import { OWN_STATES } from "@sendex/core/reports/status";
import { newId } from "@sendex/crypto/token";
import type { Claim } from "@sendex/data/sending/claim";
import type { PutBack } from "@sendex/data/sending/put-back";
import type { ClaimRequest } from "@sendex/data/sending/recipient-key";
import type { NewEvent } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

/** The reason of a recipient that waits for its pace, and its entry's type. */
const PACED = "paced";

/** The recipient's address is on the account's list: it ends here, and the message's others go on. */
export async function endSuppressed(
  context: Context,
  request: ClaimRequest,
  claim: Claim,
  reason: string,
): Promise<void> {
  const event = entry(context, claim, "suppressed", { reason });
  await move(context, { ...request, ...OWN_STATES.suppressed, reason, dueAt: null, events: [event] });
}

/** The account is suspended: kept until it is reinstated, or given up. */
export async function holdForSuspension(
  context: Context,
  request: ClaimRequest,
  claim: Claim,
): Promise<void> {
  const reason = ACCOUNT_SUSPENDED;
  const event = entry(context, claim, "held", { reason });
  await move(context, {
    ...request,
    ...OWN_STATES.held,
    reason,
    dueAt: heldUntil(context.clock()),
    events: [event],
  });
}

/** The route is shut by SES account trouble: waits for its next probe; the reason goes on the timeline once. */
export async function waitForRoute(
  context: Context,
  request: ClaimRequest,
  claim: Claim,
  pause: { until: Date; reason: string },
): Promise<void> {
  const events =
    claim.reason === pause.reason ? [] : [entry(context, claim, "paused", { reason: pause.reason })];
  await move(context, { ...request, ...OWN_STATES.queued, reason: pause.reason, dueAt: pause.until, events });
}

/** No slot for a while: frees the worker's, and comes back when there may be one. The timeline says it once for each limit. */
export async function waitForPace(
  context: Context,
  request: ClaimRequest,
  waitMs: number,
  pace: PaceLimit,
): Promise<void> {
  const at = context.clock();
  const dueAt = new Date(at.getTime() + Math.max(waitMs, 1));
  const { accountId, messageId, n } = request;
  const data = { reason: PACED, detail: paceDetail(pace), retryAt: dueAt.toISOString(), pace };
  const id = newId("evt", at);
  const event: NewEvent = { accountId, id, messageId, n, type: PACED, webhook: null, at, data };
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
  void emit(context, await context.batches.putBack(item));
}

function entry(context: Context, claim: Claim, type: TimelineType, data: EventData): NewEvent {
  const at = context.clock();
  const { accountId, messageId, n, dialect } = claim;
  return {
    accountId,
    id: newId("evt", at),
    messageId,
    n,
    type,
    webhook: webhookFor(type, dialect, data) ?? null,
    at,
    data,
  };
}
