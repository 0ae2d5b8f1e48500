import { WORKER_CRASHED } from "@sendex/core/sending/dead-letter";
import type { EventData, TimelineType } from "@sendex/core/webhooks/event";
import { RETRIES_EXHAUSTED } from "@sendex/core/webhooks/event";
import type { AttemptFacts, ExplainFacts } from "@sendex/core/messages/explain-facts";
import { isBeforeSes } from "@sendex/core/sending/not-sent";
import { BROADCAST_PAUSED } from "@sendex/core/audiences/broadcast";
import { SOURCE_PAUSED } from "@sendex/core/reputation/standing";
import type { StoredEvent } from "@sendex/core/messages/stored";
import { UNWANTED, type Unwanted } from "@sendex/core/audiences/subscription";
import { SES_LIST_REMOVAL } from "@sendex/core/suppressions";
import {
  bounceMeaning,
  complaintMeaning,
  delayMeaning,
  failureMeaning,
  suppressionMeaning,
} from "./plain-words";

/** A timeline entry as a sentence. */
export interface Sentence {
  code: string;
  text: string;
}

/** What a sentence may need beside its entry. */
export interface StepContext {
  facts: ExplainFacts;
  /** The recipient's bare address; undefined for an entry about the whole message. */
  address: string | undefined;
  /** An entry before this one said that the outcome of this recipient's attempt is unknown, and nothing has settled it. */
  unknown: boolean;
}

/** Undefined where another sentence says it already. */
export function explainEntry(entry: StoredEvent, context: StepContext): Sentence | undefined {
  return SENTENCES[entry.type](entry.data, context, entry);
}

type Tell = (data: EventData, context: StepContext, entry: StoredEvent) => Sentence | undefined;

const SENTENCES: Record<TimelineType, Tell> = {
  queued: tellQueued,
  // One sentence says how it was accepted, with its key.
  scheduled: ({ scheduledAt }) =>
    scheduledAt === undefined ? undefined : say("scheduled", `It is to be sent at ${scheduledAt}.`),
  rescheduled: ({ scheduledAt }) =>
    say("rescheduled", `Its time was changed${scheduledAt ? ` to ${scheduledAt}` : ""}.`),
  held: () => say("held", "The account was suspended: it is kept back until the account is reinstated."),
  released: () => say("released", "The account was reinstated: it is queued again."),
  attempt: tellAttempt,
  sent: ({ attempt }, { unknown }) =>
    unknown
      ? say("settled_sent", `Amazon SES's own event shows that it took attempt ${attempt ?? 1}: it is sent.`)
      : undefined,
  deferred: ({ reason, detail, retryAt }) =>
    retryAt === undefined
      ? say("deferred", `The receiving server has not taken it yet: ${delayMeaning(reason)}${said(detail)}.`)
      : undefined,
  delivered: ({ detail }) => say("delivered", `The receiving server took it${said(detail)}.`),
  bounced: tellBounced,
  complained: ({ complaint, reason }) =>
    say("complained", `Its recipient complained: ${complaintMeaning(complaint?.type ?? reason ?? null)}.`),
  not_spam: () => say("not_spam", "Its recipient took it out of the junk folder: it is not spam."),
  failed: ({ reason, detail }) => say("failed", `It failed: ${failureMeaning(reason)}${said(detail)}.`),
  suppressed: tellSuppressed,
  cancelled: () => say("cancelled", "It was cancelled before it was sent."),
  opened: ({ machine }) =>
    machine
      ? say("opened", "A machine loaded its images: a scanner, or a proxy that fetches in advance.")
      : say("opened", "It was opened, or a program loaded its images."),
  clicked: ({ click, machine }) =>
    say(
      "clicked",
      `${machine ? "A machine followed a link in it" : "A link in it was followed"}${click?.link ? `: ${click.link}` : ""}.`,
    ),
  unsubscribed: () => say("unsubscribed", "Its recipient unsubscribed."),
  paced: ({ detail }) => say("paced", `${plain(detail) || "It waits for its turn"}.`),
  paused: tellPaused,
  unknown: ({ attempt, reason }) =>
    say(
      "unknown",
      `Nobody knows whether Amazon SES took attempt ${attempt ?? 1} (${unknownReason(reason)}): its own event is waited for.`,
    ),
  dead_lettered: ({ attempt }) =>
    say(
      "dead_lettered",
      `It is a dead letter: its worker ended each time it was sent, the last time with attempt ${attempt ?? 1}. An operator decides.`,
    ),
};

function tellQueued(
  { reason, retryAt }: EventData,
  { facts }: StepContext,
  { n }: StoredEvent,
): Sentence | undefined {
  if (n === null) return undefined;
  const when = retryAt === undefined ? "" : ` at ${retryAt}`;
  if (reason === "no_evidence") {
    const { unknownPolicy } = facts.account;
    return say(
      "settled_resend",
      `No event of Amazon SES's came in time. The account's policy is to ${unknownPolicy}: it is sent again${when}, and may arrive twice.`,
    );
  }
  if (reason === "retried_by_operator") return say("retried_by_operator", "An operator queued it again.");
  return say("queued", `It is queued again${when}${reason ? ` (${reason})` : ""}.`);
}

function tellAttempt(
  { attempt, reason, detail, retryAt, sesMessageId }: EventData,
  { facts }: StepContext,
  { n }: StoredEvent,
): Sentence {
  const row = facts.attempts.find((one) => one.n === n && one.attempt === attempt);
  const name = `Attempt ${attempt ?? 1}`;
  const again = retryAt === undefined ? "" : ` It is tried again at ${retryAt}.`;
  const code = row?.code ?? reason;
  const word = code ? ` with ${code}` : "";
  if (isBeforeSes(code))
    return say("attempt_not_called", `${name}: Amazon SES was not called${said(detail)}.${again}`);
  switch (kindOf(row, reason, sesMessageId)) {
    case "sent":
      return say(
        "attempt_sent",
        `${name}: Amazon SES took it${plain(sesMessageId) && ` as ${plain(sesMessageId)}`}.`,
      );
    case "throttled":
      return say(
        "attempt_throttled",
        `${name}: Amazon SES takes no more at this rate${said(detail)}. No step of the retry schedule is used.${again}`,
      );
    case "paused":
      return say(
        "attempt_paused",
        `${name}: Amazon SES takes nothing from the whole account for now, and answered${word}${said(detail)}.${again}`,
      );
    case "not_called":
      return say("attempt_not_called", `${name}: Amazon SES was not called${said(detail)}.${again}`);
    case "unknown":
      return say(
        "attempt_unknown",
        `${name}: Amazon SES was called, and its answer never came${said(detail)}.`,
      );
    case "unverified":
      return say(
        "attempt_refused",
        `${name}: Amazon SES says that the sender's domain is not verified${said(detail)}.`,
      );
    case "rejected":
      return say("attempt_refused", `${name}: Amazon SES refused it for good${word}${said(detail)}.`);
    default:
      return say(
        "attempt_failed",
        `${name}: Amazon SES did not take it and answered${word}${said(detail)}.${again}`,
      );
  }
}

/** Once the attempt's row is dropped with its partition, its entry still tells the two outcomes apart. */
function kindOf(
  row: AttemptFacts | undefined,
  reason: string | undefined,
  sesMessageId: string | undefined,
): string {
  if (row?.outcome) return row.outcome;
  if (reason === "throttled" || reason === "unknown") return reason;
  return reason === undefined && sesMessageId !== undefined ? "sent" : "retry";
}

function tellBounced({ bounce, detail }: EventData): Sentence {
  if (!bounce) return say("bounced", `It bounced${said(detail)}.`);
  const heard = said(bounce.message || detail);
  return say("bounced", `It bounced (${bounce.type}, ${bounce.subType}): ${bounceMeaning(bounce)}${heard}.`);
}

function tellPaused({ reason, detail }: EventData): Sentence {
  if (reason === SES_LIST_REMOVAL)
    return say(
      "wait_for_list",
      "The address is on its way off Amazon SES's own suppression list: it waits for that, without using up a try.",
    );
  if (reason === SOURCE_PAUSED)
    return say(
      "source_paused",
      "Its key or its template is paused, because too much of its mail bounced: it waits.",
    );
  if (reason === BROADCAST_PAUSED)
    return say("broadcast_paused", "Its broadcast was paused before its turn came: it waits.");
  const why = reason ? ` (${reason})` : "";
  return say(
    "paused",
    `Sending is paused for the whole route${why}${said(detail)}: it waits, without using up a try.`,
  );
}

function tellSuppressed({ reason }: EventData, { facts, address }: StepContext): Sentence {
  const unwanted = UNWANTED.find((one) => one === reason);
  if (unwanted) return say("suppressed", `It was not sent: ${UNWANTED_MEANINGS[unwanted]}.`);
  const entry = facts.suppressions.find((one) => one.address === address?.toLowerCase());
  const why = suppressionMeaning(reason ?? entry?.reason ?? "it is listed");
  const since = entry
    ? ` It has been there since ${entry.createdAt.toISOString()}.`
    : " It is not there any more.";
  const list = entry?.source === "ses_list" ? "Amazon SES's own" : "the account's";
  return say(
    "suppressed",
    `It was not sent: the address is on ${list} suppression list, because ${why}.${since}`,
  );
}

const UNWANTED_MEANINGS: Record<Unwanted, string> = {
  opted_out: "its reader has left bulk mail and mail of topics, for good or for a while",
  opted_out_of_topic: "its reader does not get mail of its topic",
  not_confirmed: "whoever signed up with the address has yet to confirm it",
};

function unknownReason(reason: string | undefined): string {
  if (reason === undefined || reason === "unknown") return "the answer never came";
  return reason === WORKER_CRASHED || reason === "lease_expired" ? "its worker was lost" : reason;
}

/** Sendarix shows a spent ladder as a bounce, with the same reason and the server's words. */
function said(words: string | undefined | null): string {
  const text = plain(words);
  return text && text !== RETRIES_EXHAUSTED ? `, saying "${text}"` : "";
}

/** Without the end of a sentence, to go into another one. */
export function plain(words: string | undefined | null): string {
  return words?.trim().replace(/[.\s]+$/, "") ?? "";
}

function say(code: string, text: string): Sentence {
  return { code, text };
}
