import type { RecipientStatus } from "../reports/status";

/** A test on one recipient's row; SQL is built from it. Every given part must hold. */
export interface StatusCondition {
  statuses: RecipientStatus[];
  /** Whether `ladder_step > 0`. */
  waiting?: boolean;
  /** Whether the reason is `retries_exhausted` and the message was accepted on Sendarix. */
  exhausted?: boolean;
}

/** A message has the word when a recipient meets one of `some` and no recipient meets any of `none`. */
export interface StatusFilter {
  some: StatusCondition[];
  none: StatusCondition[];
}
