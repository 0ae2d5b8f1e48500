import { type DueOwnerMail, finishOwnerMail, takeOwnerMails } from "@sendex/data/accounts/owner-mails";
import type { Context } from "../context";
import { trySystemMail } from "./system-mail";

const BATCH = 20;
/** After this another scheduler takes over the mail of one that died. */
const LEASE_MS = 60_000;

/** Sends the service's own mail to account owners, at least once; what is given up, the log says. Returns how many there were. */
export async function sendOwnerMail(context: Context): Promise<number> {
  const now = context.clock();
  const until = new Date(now.getTime() + LEASE_MS);
  const mails = await takeOwnerMails(context.data, now, until, BATCH);
  await Promise.all(mails.map((mail) => sendOne(context, mail)));
  return mails.length;
}

async function sendOne(context: Context, mail: DueOwnerMail): Promise<void> {
  const result = await trySystemMail(context, mail);
  await finishOwnerMail(context.data, mail, result, context.clock());
  const { accountId, id, subject } = mail;
  if (result.sesMessageId === null && result.dueAt === null)
    context.log.error(
      { accountId, ownerMailId: id, subject, error: result.error, alert: "owner_mail" },
      "an account's owner was not told by mail",
    );
}
