import { domainOf, parseMailbox } from "@sendex/core/accepting/address";
import { delayAfter, scaled } from "@sendex/core/sending/ladder";
import { SES_TAGS } from "@sendex/core/reports/report";
import type { OwnerMailResult } from "@sendex/data/accounts/owner-mails";
import { compose } from "@sendex/render/mime";
import { rfcMessageId } from "@sendex/wire/messages/present";
import type { Context } from "../context";

const SES_TIMEOUT_MS = 8_000;

/** A mail of the service's own, to whomever. */
export interface SystemMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: Date;
  /** Those before this one. */
  tries: number;
}

/**
 * Tries to send a mail from SYSTEM_FROM: outside tiers, holds and suppression. Without SYSTEM_FROM, or where SES refuses
 * it, it is given up; else it is tried again for a day, by the ladder of Sendex' own messages.
 */
export async function trySystemMail(context: Context, mail: SystemMail): Promise<OwnerMailResult> {
  const from = parseMailbox(context.settings.systemFrom ?? "");
  if (!from) return { sesMessageId: null, error: "SYSTEM_FROM is not set", dueAt: null };
  const raw = await compose({
    from,
    to: [{ address: mail.to }],
    cc: [],
    replyTo: [],
    subject: mail.subject,
    text: mail.text,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: [],
    messageId: rfcMessageId(mail.id, domainOf(from.address)),
    date: mail.createdAt,
  });
  const tags = { [SES_TAGS.system]: mail.id };
  const { liveRoute } = context.settings;
  const answer = await context.ports.send(
    { mode: "live", from: from.address, to: mail.to, raw, tags, timeoutMs: SES_TIMEOUT_MS },
    liveRoute,
  );
  if (answer.kind === "sent") return { sesMessageId: answer.sesMessageId, error: null, dueAt: null };
  const over = answer.kind === "rejected" || answer.kind === "unverified";
  return {
    sesMessageId: null,
    error: `${answer.code}: ${answer.detail}`,
    dueAt: over ? null : nextTry(context, mail),
  };
}

function nextTry({ clock, settings }: Context, { tries }: SystemMail): Date | null {
  const delay = delayAfter("sendex", tries + 1);
  return delay === undefined ? null : new Date(clock().getTime() + scaled(delay, settings.retryTimeScale));
}
