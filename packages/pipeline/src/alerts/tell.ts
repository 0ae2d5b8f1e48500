import { wantsAlertMail } from "@sendex/core/alerts/mail";
import { newId } from "@sendex/crypto/token";
import { findAccountState } from "@sendex/data/accounts/accounts";
import { alertReaders } from "@sendex/data/alerts/mail";
import type { AlertRow } from "@sendex/data/alerts/rows";
import { type AlertNews, closeAlert, openAlert } from "@sendex/data/alerts/standing";
import { nameOfSource } from "@sendex/data/reputation/source-pauses";
import { alertMail } from "@sendex/wire/alerts/mail";
import { presentAlert } from "@sendex/wire/alerts/present";
import { ownerMail } from "../accounts/news";
import type { Context } from "../context";
import { linkTo } from "../people/links";
import { newPersonMail } from "../people/mail";
import { emit } from "../webhooks/emit";
import { newAccountEvent } from "../webhooks/new-entry";
import type { AccountFinding } from "./page";

/**
 * Opens an alert about a finding, or `former` again, and tells its account by webhook; the first time by mail too. Does
 * nothing where its cause has an open one.
 */
export async function raise(
  context: Context,
  finding: AccountFinding,
  former: AlertRow | undefined,
): Promise<void> {
  const now = context.clock();
  const { over: _over, clear: _clear, gone: _gone, ...cause } = finding;
  const alert: AlertRow = {
    ...cause,
    name: await nameOf(context, finding),
    id: former?.id ?? newId("alr", now),
    openedAt: former?.openedAt ?? now,
    lastSeenAt: now,
    closedAt: null,
    reopened: former ? former.reopened + 1 : 0,
    acknowledgedAt: null,
    acknowledgedBy: null,
  };
  const mails = former ? {} : await mailsOf(context, alert);
  const news = { event: eventOf(alert, "alert.opened", now), ...mails };
  await told(context, alert, await openAlert(context.data, alert, news, now), "an alert is open");
}

/** Closes an alert, and tells its account by webhook. */
export async function lower(context: Context, alert: AlertRow): Promise<void> {
  const now = context.clock();
  const closed: AlertRow = { ...alert, closedAt: now };
  const news = { event: eventOf(closed, "alert.closed", now) };
  await told(context, closed, await closeAlert(context.data, closed, news, now), "an alert is closed");
}

function eventOf(alert: AlertRow, name: "alert.opened" | "alert.closed", now: Date): AlertNews["event"] {
  const subject = { accountId: alert.accountId, subjectType: "alert", subjectId: alert.id } as const;
  return newAccountEvent(subject, name, presentAlert(alert), now);
}

async function told(
  context: Context,
  { accountId, id, kind, dimension, value }: AlertRow,
  deliveries: Awaited<ReturnType<typeof openAlert>>,
  words: string,
): Promise<void> {
  if (!deliveries) return;
  context.log.info({ accountId, alertId: id, kind, dimension, value }, words);
  void emit(context, [accountId], deliveries);
}

async function nameOf({ data }: Context, finding: AccountFinding): Promise<string | null> {
  const { accountId, dimension, value, name } = finding;
  if (dimension !== "template") return name;
  return nameOfSource(data, accountId, { kind: dimension, id: value });
}

/** To the members who want it; an account without any is told at its own address. */
async function mailsOf(context: Context, alert: AlertRow): Promise<Partial<AlertNews>> {
  const { accountId } = alert;
  const [readers, account] = await Promise.all([
    alertReaders(context.data, accountId),
    findAccountState(context.data, accountId),
  ]);
  const name = account?.name ?? account?.email ?? accountId;
  const text = alertMail(alert, { account: name, link: linkTo(context, "alerts") });
  if (readers.length === 0) return { ownerMail: ownerMail(accountId, text, context.clock()) };
  return { mails: readers.filter(wantsAlertMail).map(({ email }) => newPersonMail(context, email, text)) };
}
