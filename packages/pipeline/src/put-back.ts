import { type EventData, type TimelineType, webhookFor } from "@sendex/core/event";
import { OWN_STATES } from "@sendex/core/status";
import { newId } from "@sendex/crypto/token";
import type { Claim, Turn } from "@sendex/data/claim-recipients";
import type { NewEvent } from "@sendex/data/record-events";
import { putBack as putBackRows } from "@sendex/data/put-back";
import type { Context } from "./context";
import { emit } from "./emit";

/** The recipient's address is on the account's list: it ends here, and the message's others go on. */
export async function endSuppressed(
  context: Context,
  turn: Turn,
  claim: Claim,
  reason: string,
): Promise<void> {
  const event = entry(context, claim, "suppressed", { reason });
  await move(context, { turn, ...OWN_STATES.suppressed, reason, dueAt: null, events: [event] });
}

/** The account is suspended: kept until it is reinstated. */
export async function holdForSuspension(context: Context, turn: Turn, claim: Claim): Promise<void> {
  const reason = "account_suspended";
  const event = entry(context, claim, "held", { reason });
  await move(context, { turn, ...OWN_STATES.held, reason, dueAt: null, events: [event] });
}

/** The route is shut by SES account trouble: waits for its next probe; the reason goes on the timeline once. */
export async function waitForRoute(
  context: Context,
  turn: Turn,
  claim: Claim,
  pause: { until: Date; reason: string },
): Promise<void> {
  const events =
    claim.reason === pause.reason ? [] : [entry(context, claim, "paused", { reason: pause.reason })];
  await move(context, { turn, ...OWN_STATES.queued, reason: pause.reason, dueAt: pause.until, events });
}

/** No slot at SES's rate for a while: frees the worker's, and comes back when there may be one. */
export async function waitForPace(context: Context, turn: Turn, waitMs: number): Promise<void> {
  const dueAt = new Date(context.clock().getTime() + Math.max(waitMs, 1));
  await move(context, { turn, ...OWN_STATES.queued, reason: "paced", dueAt, events: [] });
}

async function move(context: Context, item: Parameters<typeof putBackRows>[1][number]): Promise<void> {
  const deliveries = await putBackRows(context.data, [item], context.clock());
  void emit(context, deliveries);
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
