import type { EventData } from "@sendex/core/webhooks/event";
import type { SuppressionReason } from "@sendex/core/suppressions";

/**
 * What the terse words of SES, of receiving servers and of our own reasons mean. Source: SES guide "Bounce object",
 * "Complaint object" (bounce types and sub types, feedback types), "Delivery delay object".
 */

/** `Permanent` and the like, with their sub types. */
const BOUNCES: Record<string, string> = {
  "Permanent/General": "the receiving server refused it for good, mostly because the address does not exist",
  "Permanent/NoEmail": "the address does not exist",
  "Permanent/Suppressed":
    "the address is on Amazon SES's own suppression list, since mail to it bounced before",
  "Permanent/OnAccountSuppressionList": "the address is on the SES account's suppression list",
  "Permanent/UnsubscribedRecipient": "the recipient has unsubscribed at Amazon SES",
  "Transient/General": "the receiving server refused it for now; an automatic reply also comes as this",
  "Transient/MailboxFull": "the mailbox is full",
  "Transient/MessageTooLarge": "the mail is larger than the receiving server takes",
  "Transient/CustomTimeoutExceeded": "it could not be delivered within the time set for it",
  "Transient/ContentRejected": "the receiving server did not like what it says",
  "Transient/AttachmentRejected": "the receiving server does not take such attachments",
};
const BOUNCE_TYPES: Record<string, string> = {
  Permanent: "the receiving server refused it for good",
  Transient: "the receiving server refused it for now",
  Undetermined: "the receiving server refused it in words that Amazon SES could not read",
};

export function bounceMeaning({ type, subType }: NonNullable<EventData["bounce"]>): string {
  return (
    lookUp(BOUNCES, `${type}/${subType}`) ?? lookUp(BOUNCE_TYPES, type) ?? "the receiving server refused it"
  );
}

const COMPLAINTS: Record<string, string> = {
  abuse: "they marked it as spam",
  "auth-failure": "their provider could not authenticate it",
  fraud: "they reported it as fraud or phishing",
  virus: "a virus was reported in it",
  other: "they complained without a reason that is known",
  OnAccountSuppressionList: "the address is on the SES account's suppression list for an earlier complaint",
};

export function complaintMeaning(type: string | null): string {
  return lookUp(COMPLAINTS, type ?? "other") ?? "they complained";
}

const DELAYS: Record<string, string> = {
  InternalFailure: "Amazon SES had trouble of its own",
  General: "the receiving server could not be talked to",
  MailboxFull: "the mailbox is full",
  SpamDetected: "the receiving server has seen much unwanted mail from this sender",
  RecipientServerError: "the receiving server had trouble of its own",
  IPFailure: "the receiving server refuses or throttles the address that SES sends from",
  TransientCommunicationFailure: "the connection to the receiving server broke",
  BYOIPHostNameLookupUnavailable: "the sending host's name could not be looked up",
  Undetermined: "the reason is not known",
  SendingDeferral: "Amazon SES put it off by itself",
};

export function delayMeaning(reason: string | undefined): string {
  return lookUp(DELAYS, reason ?? "Undetermined") ?? `the reason given is ${reason ?? "unknown"}`;
}

const FAILURES: Record<string, string> = {
  retries_exhausted: "every try of its retry schedule has failed",
  outcome_unknown: "nobody knows whether Amazon SES took it, and the account prefers not to send twice",
  not_composable: "no mail can be made of it, and trying again would not change that",
  content_gone: "its content had been erased before it could be sent",
  held_too_long: "its account was suspended, and was not reinstated for as long as mail is held",
  dead_lettered: "an operator gave it up after its worker had ended each time it was sent",
  rejected: "Amazon SES found a virus in it, or something else that it does not carry",
  rendering_failure: "Amazon SES could not render it",
  MessageRejected: "Amazon SES refused it",
};

export function failureMeaning(reason: string | undefined): string {
  return lookUp(FAILURES, reason ?? "") ?? `Amazon SES refused it${reason ? ` (${reason})` : ""}`;
}

const SUPPRESSIONS: Record<SuppressionReason, string> = {
  bounce: "mail to it bounced for good",
  complaint: "its owner complained about mail",
  manual: "it was added by hand",
  unsubscribed: "its owner unsubscribed",
};

export function suppressionMeaning(reason: string): string {
  return lookUp(SUPPRESSIONS, reason) ?? reason;
}

/** What comes from outside is never taken for a name that every object has. */
function lookUp(words: Record<string, string>, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
