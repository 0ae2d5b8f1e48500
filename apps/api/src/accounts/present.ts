import type { AppealRow } from "@sendex/data/reputation/appeals";
import type { PauseRow } from "@sendex/data/reputation/source-pauses";
import type { AccountView } from "@sendex/pipeline/accounts/read";

/** An account as its owner reads it. */
export function presentAccount(view: AccountView) {
  const { account, guideline, acceptedToday, rate, unmet, pauses } = view;
  return {
    object: "account",
    id: account.id,
    email: account.email,
    name: account.name,
    created_at: account.createdAt.toISOString(),
    keep_content: account.keepContent,
    unknown_policy: account.unknownPolicy,
    tier: account.tier,
    daily_guideline: guideline,
    accepted_today: acceptedToday,
    missing_for_trusted: unmet,
    standing: account.standing,
    bounce_rate: {
      sent: rate.sent,
      hurt: rate.hurt,
      percent: rate.percent,
      window_days: rate.windowDays,
      warning_percent: rate.warning,
      suspension_percent: rate.suspension,
      min_sent: rate.minSent,
    },
    pauses: pauses.map(presentPause),
    suspension: presentSuspension(view),
  };
}

export function presentAppeal(appeal: AppealRow) {
  return {
    object: "appeal",
    id: appeal.id,
    suspension_id: appeal.suspensionId,
    status: appeal.decision ?? "open",
    message: appeal.message,
    note: appeal.note,
    created_at: appeal.createdAt.toISOString(),
    decided_at: appeal.decidedAt?.toISOString() ?? null,
  };
}

function presentPause({ sourceId, kind, reason, evidence, createdAt }: PauseRow) {
  return { id: sourceId, kind, reason, evidence, created_at: createdAt.toISOString() };
}

function presentSuspension({ suspension }: AccountView) {
  if (!suspension) return null;
  const { id, cause, reason, evidence, createdAt, heldUntil, appeals } = suspension;
  return {
    id,
    cause,
    reason,
    evidence,
    created_at: createdAt.toISOString(),
    held_until: heldUntil.toISOString(),
    appeals: appeals.map(presentAppeal),
  };
}
