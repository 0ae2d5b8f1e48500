import { ALERT_KINDS, type AlertKind } from "./kinds";

/** A rule's number, and what an account may set it to. */
export interface Threshold {
  unit: "times" | "percent" | "minutes";
  usual: number;
  min: number;
  max: number;
}

/** Null: the rule has no number. Every rule is on until an account switches it off. */
export const THRESHOLDS: Record<AlertKind, Threshold | null> = {
  volume: { unit: "times", usual: 3, min: 2, max: 50 },
  bounce_rate: { unit: "percent", usual: 5, min: 1, max: 50 },
  complaint_rate: { unit: "percent", usual: 0.3, min: 0.05, max: 10 },
  deferrals: { unit: "percent", usual: 20, min: 5, max: 90 },
  webhook_failing: { unit: "minutes", usual: 30, min: 5, max: 1_440 },
  key_network: null,
};

/** What an account chose of a rule; what is absent is as usual. */
export interface RuleChoice {
  kind: AlertKind;
  enabled: boolean;
  threshold: number | null;
}

export interface Rule {
  enabled: boolean;
  /** 0 where the rule has no number. */
  threshold: number;
}
export type Rules = Record<AlertKind, Rule>;

/** An account's rules as they hold. */
export function rulesOf(choices: readonly RuleChoice[]): Rules {
  const rules = ALERT_KINDS.map((kind): [AlertKind, Rule] => {
    const choice = choices.find((one) => one.kind === kind);
    return [
      kind,
      {
        enabled: choice?.enabled ?? true,
        threshold: choice?.threshold ?? THRESHOLDS[kind]?.usual ?? 0,
      },
    ];
  });
  // The parse boundary: every kind has an entry.
  return Object.fromEntries(rules) as Rules;
}
