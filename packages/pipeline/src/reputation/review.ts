import { DAY_MS, firstHour, startOfDay } from "@sendex/kit/day";
import { judgeReview, type ReviewVerdict } from "@sendex/core/reputation/review";
import { isSampled, reviewShare } from "@sendex/core/reputation/sampling";
import type { Grounds } from "@sendex/core/reputation/standing";
import { idFloor, newId } from "@sendex/crypto/token";
import { hasCase, putCase } from "@sendex/data/reputation/review-cases";
import {
  noteReviewed,
  readReviewed,
  type ReviewedMessage,
  type AccountToReview,
  accountsToReview,
} from "@sendex/data/reputation/review-queue";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import { readMailboxes, readOpenBody } from "../content/seal";
import type { Context } from "../context";
import { suspend } from "./suspend";

/** Accounts of one page, and messages of an account that one look passes. */
const ACCOUNTS = 100;
const MESSAGES = 500;
/** Messages of an account that one look reviews; the next goes on after the last of them. */
const MOST_REVIEWED = 25;
/** Messages reviewed concurrently: a language model takes seconds. */
const AT_ONCE = 4;
/** Older mail is not reviewed any more, as after a long outage or a first start. */
const LOOKS_BACK_DAYS = 2;
/** Accounts that sent in the last three hours or so: of others there is nothing new. */
const ACTIVE_DAYS = 3 / 24;
const REASONS_SHOWN = 3;

/** Looks at the sampled mail of every account that sent lately. Returns how many messages it reviewed. */
export async function review(context: Context): Promise<number> {
  const now = context.clock();
  const page = {
    hour: firstHour(now, ACTIVE_DAYS),
    today: startOfDay(now),
    from: idFloor("msg", new Date(now.getTime() - LOOKS_BACK_DAYS * DAY_MS)),
    accounts: ACCOUNTS,
    messages: MESSAGES,
  };
  let count = 0;
  for (let after = ""; ;) {
    const found = await accountsToReview(context.data, { ...page, after });
    for (const one of found) count += await reviewAccount(context, one, now);
    const last = found.at(-1);
    if (!last || found.length < ACCOUNTS) return count;
    after = last.accountId;
  }
}

async function reviewAccount(context: Context, account: AccountToReview, now: Date): Promise<number> {
  const { accountId, messageIds, createdAt } = account;
  const share = reviewShare(account, now);
  const sampled = messageIds.filter((id) => isSampled(id, share)).slice(0, MOST_REVIEWED);
  // Where there are more than one look takes, the next goes on with them.
  const seen = sampled.length === MOST_REVIEWED ? sampled.at(-1) : messageIds.at(-1);
  const messages = await readReviewed(context.data, accountId, sampled);
  const ageDays = (now.getTime() - createdAt.getTime()) / DAY_MS;
  for (let i = 0; i < messages.length; i += AT_ONCE)
    await Promise.all(
      messages.slice(i, i + AT_ONCE).map((message) => tryToReview(context, message, ageDays)),
    );
  if (seen !== undefined) await noteReviewed(context.data, accountId, seen);
  return messages.length;
}

/** A message that cannot be opened or understood does not stop the review of others. */
async function tryToReview(context: Context, message: ReviewedMessage, ageDays: number): Promise<void> {
  try {
    await reviewMessage(context, message, ageDays);
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error;
    const { accountId, id: messageId } = message;
    context.log.error({ err: error, accountId, messageId }, "a message could not be reviewed");
    context.meters.add("reviews", { action: "failed", provider: "none" });
  }
}

async function reviewMessage(context: Context, message: ReviewedMessage, ageDays: number): Promise<void> {
  const { accountId, id: messageId, dataKey, body, subject, verifiedDomains } = message;
  const [from] = readMailboxes([message.from]);
  if (!body || !from) return;
  const { text, html, files } = readOpenBody(context.sealer, { accountId, messageId, dataKey }, body);
  const verdict = await context.ports.review({
    from,
    replyTo: readMailboxes(message.replyTo),
    subject,
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    files,
    account: { verifiedDomains, ageDays },
  });
  const action = judgeReview(verdict);
  context.meters.add("reviews", { action, provider: verdict.provider });
  if (action !== "pass") await openCase(context, message, verdict, action);
}

async function openCase(
  context: Context,
  { accountId, id: messageId }: ReviewedMessage,
  verdict: ReviewVerdict,
  action: "flag" | "suspend",
): Promise<void> {
  // A message that is reviewed again keeps what an operator decided.
  if (await hasCase(context.data, accountId, messageId)) return;
  // The suspension first: after a crash in between the message is reviewed again.
  if (action === "suspend") await suspend(context, accountId, contentGrounds(messageId, verdict));
  const now = context.clock();
  const { label, score, structural, reasons, provider } = verdict;
  const id = newId("cas", now);
  const found = {
    accountId,
    id,
    messageId,
    label,
    score,
    structural,
    reasons,
    provider,
    action,
    createdAt: now,
  };
  await putCase(context.data, found);
  context.log.warn(
    {
      accountId,
      messageId,
      caseId: id,
      label,
      score,
      action,
      signals: reasons.map(({ signal }) => signal),
      alert: "review",
    },
    "the content review wants an operator to look",
  );
}

/** Why the content of a message suspends its account, as its owner is told. */
export function contentGrounds(
  messageId: string,
  { label, reasons }: Pick<ReviewVerdict, "label" | "reasons">,
): Grounds {
  const shown = reasons.slice(0, REASONS_SHOWN);
  return {
    cause: "content",
    reason: [
      `The content review takes a message for ${label}.`,
      ...shown.map(({ sentence }) => sentence),
    ].join(" "),
    evidence: { message_id: messageId, label, signals: shown.map(({ signal }) => signal) },
  };
}
