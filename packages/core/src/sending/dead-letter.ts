/**
 * What Sendex gives up by itself, for an operator to decide: it neither tries for ever nor fails silently. Source:
 * docs/faults.md row 31, ADR 10.
 */
export const DEAD_LETTER_KINDS = ["recipient", "delivery", "notification"] as const;
export type DeadLetterKind = (typeof DEAD_LETTER_KINDS)[number];

/** `settled`: what it was about came to its end by itself, such as by a late event of SES's. */
export type Resolution = "retried" | "released" | "settled";

/** The reason of a recipient that is a dead letter, and of one that was given up as such. */
export const DEAD_LETTERED = "dead_lettered";

/** The reason of a recipient whose process ended while it was sent. */
export const WORKER_CRASHED = "worker_crashed";

/** Runs in quarantine that may end without a result; the last of them makes a dead letter. */
export const MAX_CRASHES = 3;

/** Times a notification may fail with nothing else in hand; the last makes a dead letter. */
export const MAX_NOTIFICATION_FAILURES = 5;
