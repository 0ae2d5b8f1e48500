import type { Mode } from "@sendex/core/accepting/message";
import type { AlertKind } from "@sendex/core/alerts/kinds";
import type { RateState, Span, Totals } from "@sendex/core/overview";
import type { SuspensionCause } from "@sendex/core/reputation/standing";

/** An account's mail in a span, and what needs somebody. */
export interface OverviewView {
  mode: Mode;
  span: Span;
  totals: Totals;
  series: (Totals & { at: Date })[];
  rate: {
    sent: number;
    hurt: number;
    percent: number;
    since: Date;
    until: Date;
    warnAt: number;
    suspendAt: number;
    minSent: number;
    /** Null: mail of this mode is not judged. */
    state: RateState | null;
  };
  today: { accepted: number; sent: number; guideline: number | null };
  attention: Attention[];
}

/** Something that an owner should look at; `id` is the thing's. */
export type Attention =
  | {
      kind: "suspended";
      id: string;
      cause: SuspensionCause;
      reason: string;
      since: Date;
      /** Recipients, counted up to 10,000. */
      held: number;
      heldUntil: Date;
      /** An appeal waits for its decision. */
      appealed: boolean;
    }
  | { kind: "bounce_rate_warning"; sent: number; hurt: number; percent: number; suspendAt: number }
  | { kind: "source_paused"; id: string; source: "key" | "template"; since: Date }
  | { kind: "alert"; id: string; alert: AlertKind; name: string; reason: string; since: Date }
  | { kind: "credits_low"; credits: number }
  | { kind: "no_domain" }
  | { kind: "domain_unverified"; id: string; name: string; failed: boolean; since: Date }
  | { kind: "webhook_disabled"; id: string; endpoint: string; reason: string | null; since: Date | null }
  | { kind: "webhook_failing"; id: string; endpoint: string; since: Date | null }
  | { kind: "no_message_yet" };

export function presentOverview({ mode, span, totals, series, rate, today, attention }: OverviewView) {
  return {
    object: "overview",
    mode,
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    interval: span.interval,
    totals,
    series: series.map(({ at, ...counts }) => ({ at: at.toISOString(), ...counts })),
    bounce_rate: {
      rate: rate.percent,
      sent: rate.sent,
      hurt: rate.hurt,
      since: rate.since.toISOString(),
      until: rate.until.toISOString(),
      warn_at: rate.warnAt,
      suspend_at: rate.suspendAt,
      minimum_sent: rate.minSent,
      state: rate.state,
    },
    today,
    attention: attention.map(presentAttention),
  };
}

function presentAttention(one: Attention) {
  switch (one.kind) {
    case "suspended": {
      const { heldUntil, since, ...rest } = one;
      return { ...rest, since: since.toISOString(), held_until: heldUntil.toISOString() };
    }
    case "bounce_rate_warning": {
      const { percent, suspendAt, ...rest } = one;
      return { ...rest, rate: percent, suspend_at: suspendAt };
    }
    case "credits_low":
    case "no_domain":
    case "no_message_yet":
      return one;
    default:
      return { ...one, since: one.since?.toISOString() ?? null };
  }
}
