import { type AlertStatus, alertStatus, ALERT_KINDS, type Measured } from "@sendex/core/alerts/kinds";
import { type Rules, THRESHOLDS } from "@sendex/core/alerts/rule";
import { reasonOf, titleOf, type Told } from "./sentence";

/** An alert as it is kept. */
export type AlertView = Told & {
  id: string;
  openedAt: Date;
  lastSeenAt: Date;
  closedAt: Date | null;
  reopened: number;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
};

/** As the API shows it, and as its webhooks carry it. */
export function presentAlert(alert: AlertView): {
  object: "alert";
  id: string;
  status: AlertStatus;
  numbers: Measured["numbers"];
} & Record<string, unknown> {
  const { id, kind, dimension, value, name, numbers } = alert;
  return {
    object: "alert",
    mode: "live",
    ...{ id, kind, status: alertStatus(alert), dimension, value, name },
    title: titleOf(alert),
    reason: reasonOf(alert),
    numbers,
    opened_at: alert.openedAt.toISOString(),
    last_seen_at: alert.lastSeenAt.toISOString(),
    closed_at: alert.closedAt?.toISOString() ?? null,
    reopened: alert.reopened,
    acknowledged_at: alert.acknowledgedAt?.toISOString() ?? null,
    acknowledged_by: alert.acknowledgedBy,
  };
}

/** An account's rules, each with what it may be set to. */
export function presentRules(rules: Rules) {
  const data = ALERT_KINDS.map((kind) => {
    const { enabled, threshold } = rules[kind];
    const bounds = THRESHOLDS[kind];
    return {
      ...{ object: "alert_rule", kind, enabled },
      threshold: bounds && threshold,
      unit: bounds?.unit ?? null,
      default_threshold: bounds?.usual ?? null,
      minimum: bounds?.min ?? null,
      maximum: bounds?.max ?? null,
    };
  });
  return { object: "list", data, has_more: false };
}
