import type { Person } from "@sendex/core/access";
import { wantsAlertMail } from "@sendex/core/alerts/mail";
import { SendexError } from "@sendex/core/error";
import { chooseAlertMail, findAlertReader } from "@sendex/data/alerts/mail";
import type { Context } from "../context";

/** Whether a member gets mail about alerts, and whether she chose it or her role decides. */
export interface AlertMailChoice {
  wanted: boolean;
  chosen: boolean;
}

/** @throws SendexError not_found where she is no member any more */
export async function readAlertMail(
  { data }: Context,
  accountId: string,
  { userId }: Person,
): Promise<AlertMailChoice> {
  const reader = await findAlertReader(data, accountId, userId);
  if (!reader) throw new SendexError("not_found", "There is no such member.");
  return { wanted: wantsAlertMail(reader), chosen: reader.alertMail !== null };
}

/** @throws SendexError not_found where she is no member any more */
export async function chooseMail(
  context: Context,
  accountId: string,
  person: Person,
  wanted: boolean,
): Promise<AlertMailChoice> {
  await chooseAlertMail(context.data, accountId, person.userId, wanted);
  return readAlertMail(context, accountId, person);
}
