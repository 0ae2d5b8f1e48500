/**
 * The status machine. A recipient has a status; a message shows one that is derived from its recipients'.
 * Source: docs/contract.md "The life of a message".
 */
export const RECIPIENT_STATUSES = [
  "scheduled",
  "held",
  "queued",
  "sending",
  "sent",
  "deferred",
  "bounced",
  "complained",
  "delivered",
  "failed",
  "suppressed",
  "cancelled",
] as const;
export type RecipientStatus = (typeof RECIPIENT_STATUSES)[number];

/**
 * How far a recipient has come, as the smallint stored beside its status; an event moves it only upwards.
 *
 * `failedByUs` stands below `sent` on purpose. We fail a recipient on what we believe: SES refused it, the
 * ladder ran out, or an outcome stayed unknown and the account prefers `fail`. SES publishes nothing for a
 * call it refused, so an event that arrives nevertheless proves that one attempt did go out, and then what
 * SES says (sent, delivered, bounced) is the truth and our belief was wrong. A Reject or Rendering Failure
 * is SES's own word about a message it had taken, so `failed` stands among the events.
 *
 * `closed` (suppressed, cancelled) is above everything: nothing was handed over, no event may move it.
 */
export const RANK = {
  waiting: 0,
  sending: 10,
  failedByUs: 15,
  sent: 20,
  deferred: 30,
  bouncedTransient: 40,
  delivered: 50,
  failed: 60,
  bounced: 70,
  complained: 80,
  closed: 100,
} as const;

export interface RecipientState {
  status: RecipientStatus;
  rank: number;
}

/** What our own verbs write, with the rank that goes with it. Only a compare-and-set in data applies these. */
export const OWN_STATES = {
  scheduled: { status: "scheduled", rank: RANK.waiting },
  held: { status: "held", rank: RANK.waiting },
  queued: { status: "queued", rank: RANK.waiting },
  sending: { status: "sending", rank: RANK.sending },
  sent: { status: "sent", rank: RANK.sent },
  failed: { status: "failed", rank: RANK.failedByUs },
  suppressed: { status: "suppressed", rank: RANK.closed },
  cancelled: { status: "cancelled", rank: RANK.closed },
} as const satisfies Record<string, RecipientState>;

/** What SES can report about one recipient, and the state it asks for. */
export const STATUS_EVENTS = {
  sent: { status: "sent", rank: RANK.sent },
  deferred: { status: "deferred", rank: RANK.deferred },
  bounced_transient: { status: "bounced", rank: RANK.bouncedTransient },
  delivered: { status: "delivered", rank: RANK.delivered },
  failed: { status: "failed", rank: RANK.failed },
  bounced: { status: "bounced", rank: RANK.bounced },
  complained: { status: "complained", rank: RANK.complained },
} as const satisfies Record<string, RecipientState>;
/** `bounced` is a Permanent or Undetermined bounce, `bounced_transient` a Transient one, `failed` a Reject or Rendering Failure. */
export type StatusEvent = keyof typeof STATUS_EVENTS;

/**
 * The state after an SES event, or undefined when the event changes nothing. It is the maximum of two ranks,
 * so any order and any repetition of the same events ends in the same state.
 */
export function advance(current: RecipientState, event: StatusEvent): RecipientState | undefined {
  const next = STATUS_EVENTS[event];
  return next.rank > current.rank ? { ...next } : undefined;
}

/** Whether this event is the first to show that the mail left, so that a `sent` entry belongs before its own. */
export function firstShowsSent(current: RecipientState, event: StatusEvent): boolean {
  return event !== "sent" && current.rank < RANK.sent;
}

/**
 * Whether this move makes the recipient count in its account's bounce rate: a Permanent or Undetermined bounce, or a
 * complaint. A rank only grows, so a bounce that is complained of counts once.
 */
export function hurts(before: RecipientState, after: RecipientState): boolean {
  return before.rank < RANK.bounced && after.rank >= RANK.bounced && after.rank < RANK.closed;
}

/** A message shows the first of these that any of its recipients has. */
export const MESSAGE_PRECEDENCE = [
  "scheduled",
  "held",
  "queued",
  "sending",
  "deferred",
  "sent",
  "complained",
  "bounced",
  "failed",
  "delivered",
  "suppressed",
  "cancelled",
] as const satisfies readonly RecipientStatus[];

/** Not settled: content is still needed, and the outcome is still ours to bring about. */
export const UNSETTLED_STATUSES = ["scheduled", "held", "queued", "sending"] as const;

/** Sent or later, failed, suppressed or cancelled. */
export function isSettled(status: RecipientStatus): boolean {
  return !UNSETTLED_STATUSES.some((unsettled) => unsettled === status);
}

/**
 * Whether a message can still be cancelled: something of it is waiting, and no recipient was ever claimed.
 * `attempts` are the recipients' attempt counters; one claimed once and waiting for a retry is too late.
 */
export function cancellable(statuses: readonly RecipientStatus[], attempts: readonly number[]): boolean {
  const waiting = statuses.filter((status) => status !== "sending" && !isSettled(status));
  const closed = statuses.filter((status) => status === "suppressed" || status === "cancelled");
  const untouched = waiting.length + closed.length === statuses.length;
  return waiting.length > 0 && untouched && attempts.every((attempt) => attempt === 0);
}
