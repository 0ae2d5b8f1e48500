import { DEAD_LETTERED } from "@sendex/core/sending/dead-letter";
import { RETRIES_EXHAUSTED } from "@sendex/core/webhooks/event";
import type { ExplainFacts, ExplainNext, WaitFacts } from "@sendex/core/messages/explain-facts";
import { plain } from "./explain-step";
import { LADDERS } from "@sendex/core/sending/ladder";
import { isSettled } from "@sendex/core/reports/status";
import { BROADCAST_PAUSED } from "@sendex/core/audiences/broadcast";
import { SOURCE_PAUSED } from "@sendex/core/reputation/standing";
import type { StoredRecipient } from "@sendex/core/messages/stored";
import { UNWANTED } from "@sendex/core/audiences/subscription";
import { SES_LIST_REMOVAL } from "@sendex/core/suppressions";

/** What happens next to one recipient's mail, or why nothing happens. */
export function explainNext(recipient: StoredRecipient, facts: ExplainFacts): ExplainNext {
  const wait = facts.waits.find(({ n }) => n === recipient.n);
  const next = isSettled(recipient.status) ? afterwards(recipient, facts) : waiting(recipient, wait, facts);
  return { ...next, recipient: recipient.address };
}

function waiting(recipient: StoredRecipient, wait: WaitFacts | undefined, facts: ExplainFacts): ExplainNext {
  switch (recipient.status) {
    case "scheduled":
      return timed(wait?.dueAt, "send_scheduled", "It is sent at this time, unless it is cancelled before.");
    case "held": {
      const { standingReason } = facts.account;
      const why = standingReason ? ` (${plain(standingReason)})` : "";
      return timed(
        wait?.dueAt,
        "wait_for_reinstatement",
        `It waits until the account, which is suspended${why}, is reinstated. If it is not by this time, the mail is given up.`,
      );
    }
    case "sending":
      return sending(wait, facts);
    default:
      return queued(recipient, wait, facts);
  }
}

function sending(wait: WaitFacts | undefined, { account }: ExplainFacts): ExplainNext {
  if (!wait?.unknown)
    return timed(
      wait?.leaseUntil,
      "sending",
      "A worker has it in hand; should it be lost, the mail is looked at again at this time.",
    );
  const otherwise =
    account.unknownPolicy === "resend"
      ? "it is sent again, and may arrive twice"
      : "it is given up as failed";
  return timed(
    wait.leaseUntil,
    "wait_for_evidence",
    `Amazon SES's own event is waited for until then. If none comes, ${otherwise}: the account's policy is ${account.unknownPolicy}.`,
  );
}

function queued(recipient: StoredRecipient, wait: WaitFacts | undefined, facts: ExplainFacts): ExplainNext {
  const { ladderStep, reason } = recipient;
  if (reason === DEAD_LETTERED || wait?.dueAt === null) {
    const letter = facts.deadLetters.find(({ n }) => n === recipient.n);
    return {
      code: "wait_for_operator",
      text: `It is a dead letter: nothing is tried until an operator retries or releases it${letter?.detail ? ` (${plain(letter.detail)})` : ""}.`,
    };
  }
  if (facts.account.standing === "suspended")
    return {
      code: "wait_for_reinstatement",
      text: "The account is suspended: it is kept back instead of being sent.",
    };
  if (facts.pause)
    return timed(
      facts.pause.until,
      "wait_for_route",
      `Sending is paused for the whole route (${facts.pause.reason}); the next mail is tried at this time.`,
    );
  if (reason === SOURCE_PAUSED)
    return timed(
      wait?.dueAt,
      "wait_for_source",
      "Its key or its template is paused: it is looked at again at this time, and sent once that is resumed.",
    );
  if (reason === BROADCAST_PAUSED)
    return timed(
      wait?.dueAt,
      "wait_for_broadcast",
      "Its broadcast is paused: it is looked at again at this time, and sent once that is resumed.",
    );
  if (reason === SES_LIST_REMOVAL)
    return timed(
      wait?.dueAt,
      "wait_for_list",
      "It waits for its address to go off Amazon SES's own suppression list; that is looked at again at this time.",
    );
  const alone = wait?.suspect ? " It is sent alone, in quarantine, since a worker was lost with it." : "";
  if (ladderStep === 0) return timed(wait?.dueAt, "send", `It is sent as soon as it is its turn.${alone}`);
  const total = LADDERS[facts.message.dialect].length + 1;
  const left = Math.max(0, total - ladderStep);
  const tries = left === 1 ? "This is the last try" : `${left} tries are left`;
  return timed(wait?.dueAt, "retry", `It is tried again at this time. ${tries} of ${total}.${alone}`);
}

function afterwards({ status, reason, address }: StoredRecipient, facts: ExplainFacts): ExplainNext {
  const listed = facts.suppressions.find((one) => one.address === address.toLowerCase());
  const until = listed?.expiresAt ? ` until ${listed.expiresAt.toISOString()}` : "";
  const trial = listed?.trialAt
    ? ` From ${listed.trialAt.toISOString()} on one critical mail may try it.`
    : "";
  const suppressed = listed
    ? ` The address is on the suppression list${until}: further mail to it is not sent.${trial}`
    : "";
  switch (status) {
    case "sent":
      return facts.reported
        ? {
            code: "wait_for_report",
            text: "Amazon SES has it and tries to deliver it; what the receiving server says is reported here.",
          }
        : {
            code: "nothing_reported",
            text: "Amazon SES has it. Without a configuration set nothing more is heard of it.",
          };
    case "deferred":
      return {
        code: "wait_for_report",
        text: "Amazon SES goes on trying to deliver it, for hours, and then reports a bounce.",
      };
    case "failed":
      return reason === RETRIES_EXHAUSTED
        ? {
            code: "done",
            text: "Nothing more: all of its tries are used up. Send it again as a new message.",
          }
        : { code: "done", text: `Nothing more: it will not be sent.${suppressed}` };
    case "suppressed":
      if (UNWANTED.some((one) => one === reason))
        return {
          code: "done",
          text: "Nothing more. Mail that nobody can leave, such as a sign-in code, still reaches the address.",
        };
      return {
        code: "done",
        text: listed
          ? `Nothing more.${suppressed} Remove it from the list to send there again.`
          : "Nothing more. The address is not on the suppression list any more: a new message would be sent.",
      };
    case "cancelled":
      return { code: "done", text: "Nothing more: it was cancelled." };
    default:
      return { code: "done", text: `Nothing more.${suppressed}` };
  }
}

function timed(at: Date | null | undefined, code: string, text: string): ExplainNext {
  return { ...(at && { at: at.toISOString() }), code, text };
}
