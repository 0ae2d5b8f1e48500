/** What an account is warned of by itself. Source: docs/alerts.md, docs/adr/0021. */
export const ALERT_KINDS = [
  "volume",
  "bounce_rate",
  "complaint_rate",
  "deferrals",
  "webhook_failing",
  "key_network",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What a cause lies in: all of the account's mail, a part of it, or a thing of the account's. */
export const ALERT_DIMENSIONS = ["account", "domain", "provider", "template", "endpoint", "key"] as const;
export type AlertDimension = (typeof ALERT_DIMENSIONS)[number];

export const ALERT_STATUSES = ["open", "acknowledged", "closed"] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** What one alert is about; an account has at most one open alert a cause. */
export interface Cause {
  kind: AlertKind;
  dimension: AlertDimension;
  /** A domain's or a provider's name, an id; empty where the dimension is the account. */
  value: string;
}

/** The kinds that compare a part of the mail with all of it. */
export const RATE_KINDS = ["bounce_rate", "complaint_rate", "deferrals"] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** Recipients in the worst hour so far. */
export interface VolumeNumbers {
  accepted: number;
  /** The most that this hour of the week had; of a young account, any hour. */
  usual: number;
  limit: number;
  /** How many times the usual the limit is. */
  factor: number;
  /** There is less than a week to compare with. */
  young: boolean;
}

/** Recipients of the worst window so far. */
export interface RateNumbers {
  /** The window's, and of mail sent in it. */
  hours: number;
  sent: number;
  affected: number;
  percent: number;
  /** Of four weeks; null: too little mail to say. */
  usual_percent: number | null;
  limit_percent: number;
}

export interface EndpointNumbers {
  /** ISO 8601 */
  failing_since: string;
}

export interface NetworkNumbers {
  /** The newest first. */
  networks: string[];
}

export interface NumbersOf {
  volume: VolumeNumbers;
  bounce_rate: RateNumbers;
  complaint_rate: RateNumbers;
  deferrals: RateNumbers;
  webhook_failing: EndpointNumbers;
  key_network: NetworkNumbers;
}

/** A kind with its numbers, for each kind. */
export type Measured = {
  [Kind in AlertKind]: { kind: Kind; numbers: NumbersOf[Kind] };
}[AlertKind];

/** What was found out about one cause. */
export type Finding = Measured &
  Omit<Cause, "kind"> & {
    /** It is as bad as an alert needs. */
    over: boolean;
    /** It is well below that. What is neither leaves everything as it is. */
    clear: boolean;
    /** There is nothing left to watch: an alert that is open closes at once. */
    gone: boolean;
  };

/** What a rule says of a cause. */
export interface Judged<Numbers> {
  over: boolean;
  clear: boolean;
  numbers: Numbers;
}

/** An alert's status follows from two times. */
export function alertStatus({
  closedAt,
  acknowledgedAt,
}: {
  closedAt: Date | null;
  acknowledgedAt: Date | null;
}): AlertStatus {
  if (closedAt) return "closed";
  return acknowledgedAt ? "acknowledged" : "open";
}
