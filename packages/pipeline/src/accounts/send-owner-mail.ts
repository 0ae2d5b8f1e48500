import { domainOf, parseMailbox } from "@sendex/core/accepting/address";
import { delayAfter, scaled } from "@sendex/core/sending/ladder";
import { rfcMessageId } from "@sendex/wire/messages/present";
import { SES_TAGS } from "@sendex/core/reports/report";
import {
  type DueOwnerMail,
  finishOwnerMail,
  type OwnerMailResult,
  takeOwnerMails,
} from "@sendex/data/accounts/owner-mails";
import { compose } from "@sendex/render/mime";
import type { Context } from "../context";

const BATCH = 20;
const SES_TIMEOUT_MS = 8_000;
/** After this another scheduler takes over the mail of one that died. */
const LEASE_MS = 60_000;

/**
 * Sends the service's own mail to account owners: outside tiers, holds and suppression, at least once. Without SYSTEM_FROM
 * it is given up, which the log says. Returns how many there were.
 */
export async function sendOwnerMail(context: Context): Promise<number> {
  const now = context.clock();
  const until = new Date(now.getTime() + LEASE_MS);
  const mails = await takeOwnerMails(context.data, now, until, BATCH);
  await Promise.all(mails.map((mail) => sendOne(context, mail)));
  return mails.length;
}

async function sendOne(context: Context, mail: DueOwnerMail): Promise<void> {
  const result = await trySending(context, mail);
  await finishOwnerMail(context.data, mail, result, context.clock());
  const { accountId, id, subject } = mail;
  if (result.sesMessageId === null && result.dueAt === null)
    context.log.error(
      { accountId, ownerMailId: id, subject, error: result.error, alert: "owner_mail" },
      "an account's owner was not told by mail",
    );
}

async function trySending(context: Context, mail: DueOwnerMail): Promise<OwnerMailResult> {
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

/** By the ladder of Sendex' own messages: for a day. */
function nextTry({ clock, settings }: Context, { tries }: DueOwnerMail): Date | null {
  const delay = delayAfter("sendex", tries + 1);
  return delay === undefined ? null : new Date(clock().getTime() + scaled(delay, settings.retryTimeScale));
}
