import type { Counts } from "./reputation/rate";
import { SUSPENSION } from "./reputation/rate";
import { type Grounds, HELD_HOURS, MAX_APPEALS, warningSentence } from "./reputation/standing";

/** What the service itself writes to an account's owner, in plain text. */
export interface OwnerText {
  subject: string;
  text: string;
}

const ADVICE = [
  "What keeps the rate low:",
  "- write only to addresses whose owners asked for it, and who opened or clicked something lately;",
  "- take addresses that bounced off your own lists, too (GET /api/v1/suppressions has them);",
  "- confirm new subscriptions by a mail before anything else (double opt-in);",
  "- never write to bought or collected lists.",
].join("\n");

const APPEAL = `If you think that this is wrong, appeal: POST /api/v1/account/appeals with {"message": "what you send, and to whom"}, or on the dashboard. A person decides, mostly within one business day.`;

export function suspensionMail({ cause, reason, evidence }: Grounds): OwnerText {
  const facts = evidence.message_id ? [`It is about the message ${evidence.message_id}.`] : [];
  return {
    subject: "Your Sendex account is suspended",
    text: paragraphs([
      "Sending from your account has been paused.",
      `Why: ${reason}`,
      ...facts,
      `Until the account is reinstated, requests to send are answered with 403 account_suspended. What was waiting to be sent is held: it is sent on reinstatement, and given up ${HELD_HOURS} hours after it was held.`,
      APPEAL,
      ...(cause === "bounce_rate" ? [ADVICE] : []),
    ]),
  };
}

export function reinstatementMail(note: string | null): OwnerText {
  return {
    subject: "Your Sendex account is reinstated",
    text: paragraphs([
      "Your account can send again, and what was held is on its way.",
      ...noted(note),
      "The bounce rate is counted anew from now on.",
    ]),
  };
}

export function denialMail(note: string | null, appealsLeft: number): OwnerText {
  return {
    subject: "Your appeal was not granted",
    text: paragraphs([
      "We looked at your appeal, and your account stays suspended.",
      ...noted(note),
      appealsLeft > 0
        ? `You can appeal again, with what is new, ${appealsLeft === 1 ? "once" : `${appealsLeft} times`}.`
        : `An account can appeal ${MAX_APPEALS} times against a suspension, and these are used up.`,
    ]),
  };
}

export function warningMail(counts: Counts): OwnerText {
  return {
    subject: "Too much of your mail bounces",
    text: paragraphs([
      warningSentence(counts),
      `Complaints count as bounces do; the rate counts from ${SUSPENSION.minSent} recipients in ${SUSPENSION.windowDays} days on.`,
      ADVICE,
    ]),
  };
}

export function pauseMail(
  source: { kind: "key" | "template"; id: string; name: string | null },
  reason: string,
): OwnerText {
  const what = source.kind === "key" ? "API key" : "template";
  const name = source.name === null ? source.id : `"${source.name}" (${source.id})`;
  return {
    subject: `Your ${what} ${source.name ?? source.id} is paused`,
    text: paragraphs([
      `The ${what} ${name} has been paused, and all else goes on: ${reason}`,
      `New mail with it is refused with 403 forbidden; what was accepted before waits. Once the cause is mended, resume it: POST /api/v1/account/pauses/${source.id}/resume.`,
      ADVICE,
    ]),
  };
}

function noted(note: string | null): string[] {
  return note === null || note.trim() === "" ? [] : [`A note from us: ${note.trim()}`];
}

function paragraphs(parts: string[]): string {
  return `${parts.join("\n\n")}\n`;
}
