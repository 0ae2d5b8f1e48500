import { type EventData, type TimelineType, webhookFor } from "@sendex/core/event";
import { scaled } from "@sendex/core/ladder";
import { OWN_STATES } from "@sendex/core/status";
import { settleMs, settleUnknown } from "@sendex/core/unknown";
import { newId } from "@sendex/crypto/token";
import { transaction } from "@sendex/data/open";
import { countFacts, type Fact, type NewEvent, recordEvents } from "@sendex/data/record-events";
import { lockExpired, type Target } from "@sendex/data/report-targets";
import { settleExpired, type Settlement, unknownPolicies } from "@sendex/data/settle-expired";
import type { Context } from "./context";
import { emit } from "./emit";

const MAX_SWEPT = 500;

interface Swept {
  settlement: Settlement;
  events: NewEvent[];
  facts: Fact[];
}

/**
 * Looks after recipients whose worker is gone. A lease that ran out means that nobody knows whether SES took the
 * mail: evidence is waited for; and when none has come, the account's policy decides.
 */
export async function sweep(context: Context): Promise<number> {
  const now = context.clock();
  const { swept, deliveries } = await transaction(context.data, async (client) => {
    const expired = await lockExpired(client, now, MAX_SWEPT);
    const policies = await unknownPolicies(client, [...new Set(expired.map(({ accountId }) => accountId))]);
    const swept = expired.map((target) =>
      target.unknown
        ? decide(context, target, policies.get(target.accountId) ?? "resend", now)
        : suspect(context, target, now),
    );
    await settleExpired(
      client,
      swept.map(({ settlement }) => settlement),
    );
    const deliveries = await recordEvents(
      client,
      swept.flatMap(({ events }) => events),
      now,
    );
    await countFacts(
      client,
      swept.flatMap(({ facts }) => facts),
    );
    return { swept, deliveries };
  });
  for (const { settlement } of swept)
    context.log.warn(
      {
        messageId: settlement.target.messageId,
        n: settlement.target.n,
        attempt: settlement.target.attempt,
        status: settlement.status,
        reason: settlement.reason,
      },
      settlement.unknown
        ? "a lease ran out: waiting for evidence of the attempt"
        : "no evidence came: the account's policy decided",
    );
  void emit(context, deliveries);
  return swept.length;
}

/** The lease is over: wait for SES's own event as long as the priority allows. */
function suspect(context: Context, target: Target, now: Date): Swept {
  const leaseUntil = new Date(now.getTime() + settleMs(target.priority, context.settings.retryTimeScale));
  const data: EventData = { attempt: target.attempt, reason: "lease_expired" };
  return {
    settlement: {
      target,
      ...OWN_STATES.sending,
      reason: "unknown",
      ladderStep: target.ladderStep,
      unknown: true,
      dueAt: null,
      leaseUntil,
    },
    events: [entry(target, "unknown", data, now)],
    facts: [],
  };
}

function decide(context: Context, target: Target, policy: "resend" | "fail", now: Date): Swept {
  const { ladderStep, priority, attempt } = target;
  const decision = settleUnknown({ policy, ladder: target.dialect, ladderStep, priority });
  const over = { target, unknown: false, leaseUntil: null };
  if (decision.kind === "resend") {
    const dueAt = new Date(now.getTime() + scaled(decision.delayMs, context.settings.retryTimeScale));
    const settlement = {
      ...over,
      ...OWN_STATES.queued,
      reason: "unknown",
      ladderStep: decision.ladderStep,
      dueAt,
    };
    const data = { attempt, reason: "no_evidence", retryAt: dueAt.toISOString() };
    return { settlement, events: [entry(target, "queued", data, now, null)], facts: [] };
  }
  const { reason } = decision;
  const settlement = { ...over, ...OWN_STATES.failed, reason, ladderStep, dueAt: null };
  const fact: Fact = {
    accountId: target.accountId,
    hour: now,
    mode: target.mode,
    event: "failed",
    domain: target.fromDomain,
    template: target.templateId ?? "",
  };
  return { settlement, events: [entry(target, "failed", { attempt, reason }, now)], facts: [fact] };
}

function entry(
  { accountId, messageId, n, dialect }: Target,
  type: TimelineType,
  data: EventData,
  at: Date,
  webhook: NewEvent["webhook"] = webhookFor(type, dialect, data) ?? null,
): NewEvent {
  return { accountId, id: newId("evt", at), messageId, n, type, webhook, at, data };
}
