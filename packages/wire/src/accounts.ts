import type { Mode } from "@sendex/core/accepting/message";
import type { Evidence, SuspensionCause } from "@sendex/core/reputation/standing";
import type { SmtpDoor } from "@sendex/core/smtp/door";
import type { Requirement } from "@sendex/core/reputation/tier";

/** An account with everything that its standing rests on. */
export interface AccountView {
  account: {
    id: string;
    email: string;
    name: string | null;
    createdAt: Date;
    keepContent: boolean;
    timeZone: string;
    unknownPolicy: "resend" | "fail";
    tier: string;
    standing: "active" | "suspended";
  };
  /** How its readers see it. */
  brand: { name: string | null; color: string | null; logoUrl: string | null };
  smtp: SmtpDoor | null;
  /** Of the mail that the figures count. */
  mode: Mode;
  /** Recipients a UTC day, and those of today. */
  guideline: number;
  acceptedToday: number;
  rate: {
    sent: number;
    hurt: number;
    percent: number;
    windowDays: number;
    warning: number;
    suspension: number;
    minSent: number;
  };
  /** What is missing to become trusted; null: it is. */
  unmet: Requirement[] | null;
  pauses: Pause[];
  suspension: Suspension | null;
}

interface Pause {
  sourceId: string;
  kind: "key" | "template";
  reason: string;
  evidence: Evidence;
  createdAt: Date;
}

interface Suspension {
  id: string;
  cause: SuspensionCause;
  reason: string;
  evidence: Evidence;
  createdAt: Date;
  heldUntil: Date;
  /** Recipients, counted up to 10,000. */
  held: number;
  appeals: Appeal[];
}

/** A suspension, over or not. */
export interface PastSuspension extends Omit<Suspension, "heldUntil" | "held"> {
  liftedAt: Date | null;
  note: string | null;
}

export interface Appeal {
  id: string;
  suspensionId: string;
  message: string;
  createdAt: Date;
  decision: "granted" | "denied" | "moot" | null;
  decidedAt: Date | null;
  note: string | null;
}

/** An account as its owner reads it. */
export function presentAccount(view: AccountView) {
  const { account, brand, smtp, mode, guideline, acceptedToday, rate, unmet, pauses } = view;
  return {
    object: "account",
    id: account.id,
    mode,
    email: account.email,
    name: account.name,
    created_at: account.createdAt.toISOString(),
    keep_content: account.keepContent,
    timezone: account.timeZone,
    unknown_policy: account.unknownPolicy,
    brand: { name: brand.name, color: brand.color, logo_url: brand.logoUrl },
    smtp: smtp && { host: smtp.host, port: smtp.port, tls_port: smtp.tlsPort },
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

export function presentAppeal(appeal: Appeal) {
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

function presentPause({ sourceId, kind, reason, evidence, createdAt }: Pause) {
  return { id: sourceId, kind, reason, evidence, created_at: createdAt.toISOString() };
}

function presentSuspension({ suspension }: AccountView) {
  if (!suspension) return null;
  const { id, cause, reason, evidence, createdAt, heldUntil, held, appeals } = suspension;
  return {
    id,
    cause,
    reason,
    evidence,
    created_at: createdAt.toISOString(),
    held_until: heldUntil.toISOString(),
    held,
    appeals: appeals.map(presentAppeal),
  };
}

export function presentPastSuspension(suspension: PastSuspension) {
  const { id, cause, reason, evidence, createdAt, liftedAt, note, appeals } = suspension;
  return {
    ...{ id, cause, reason, evidence },
    created_at: createdAt.toISOString(),
    lifted_at: liftedAt?.toISOString() ?? null,
    note,
    appeals: appeals.map(presentAppeal),
  };
}
