import type { OwnerText } from "@sendex/core/accounts";
import { sealText, unsealText } from "@sendex/crypto/sealed-text";
import { newId } from "@sendex/crypto/token";
import type { Data } from "@sendex/data/database/open";
import type { Records } from "@sendex/data/database/transaction";
import {
  type DuePersonMail,
  finishPersonMail,
  type NewPersonMail,
  putPersonMail,
  takePersonMails,
} from "@sendex/data/people/mails";
import type { Context } from "../context";
import { trySystemMail } from "../accounts/system-mail";

const PURPOSE = "person-mail";
const BATCH = 20;
/** After this another scheduler takes over the mail of one that died. */
const LEASE_MS = 60_000;

/** Writes a mail to a person, which `sendPersonMail` sends soon: in the transaction of what it tells of, if there is one. */
export async function mailPerson(
  context: Context,
  where: Data | Records,
  to: string,
  mail: OwnerText,
): Promise<void> {
  await putPersonMail(where, newPersonMail(context, to, mail));
}

/** The same to be written by whoever has the transaction. */
export function newPersonMail(
  { clock, settings }: Context,
  to: string,
  { subject, text }: OwnerText,
): NewPersonMail {
  const createdAt = clock();
  const id = newId("pml", createdAt);
  return { id, to, subject, sealed: sealText(settings.keyPepper, PURPOSE, id, text), createdAt };
}

/** Sends what is due, at least once; what is given up, the log says. Returns how many there were. */
export async function sendPersonMail(context: Context): Promise<number> {
  const now = context.clock();
  const until = new Date(now.getTime() + LEASE_MS);
  const mails = await takePersonMails(context.data, { now, until, limit: BATCH });
  await Promise.all(mails.map((mail) => sendOne(context, mail)));
  return mails.length;
}

async function sendOne(context: Context, mail: DuePersonMail): Promise<void> {
  const text = unsealText(context.settings.keyPepper, PURPOSE, mail.id, mail.sealed);
  const result = await trySystemMail(context, { ...mail, text });
  await finishPersonMail(context.data, mail.id, result, context.clock());
  if (result.sesMessageId === null && result.dueAt === null)
    context.log.error(
      { personMailId: mail.id, subject: mail.subject, error: result.error, alert: "person_mail" },
      "a person was not told by mail",
    );
}
