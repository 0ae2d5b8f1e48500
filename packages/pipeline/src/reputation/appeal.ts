import { afterCommit } from "@sendex/data/database/trouble";
import { SendexError } from "@sendex/core/error";
import { denialMail } from "@sendex/core/accounts";
import { MAX_APPEALS } from "@sendex/core/reputation/standing";
import { newId } from "@sendex/crypto/token";
import {
  type AppealRow,
  denyAppeal,
  findAppeal,
  findSuspension,
  listAppeals,
  putAppeal,
} from "@sendex/data/reputation/appeals";
import { ownerMail } from "../accounts/news";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { reinstate } from "./reinstate";

/**
 * The owner of a suspended account asks for a decision by a person.
 * @throws SendexError unprocessable_entity where it is not suspended, an appeal is open, or all are used up
 */
export async function appeal(context: Context, accountId: string, message: string): Promise<AppealRow> {
  const suspension = await findSuspension(context.data, accountId);
  if (!suspension) throw refused("The account is not suspended: there is nothing to appeal against.");
  const before = await listAppeals(context.data, accountId, suspension.id);
  if (before.length >= MAX_APPEALS)
    throw refused(`There were ${MAX_APPEALS} appeals against this suspension: there can be no more.`);
  const now = context.clock();
  const made = await putAppeal(context.data, {
    accountId,
    id: newId("apl", now),
    suspensionId: suspension.id,
    message,
    createdAt: now,
  });
  if (!made)
    throw refused("An appeal is open already. It is decided by a person, mostly within a business day.");
  context.log.warn({ accountId, appealId: made.id, alert: "appeal" }, "an account's owner appeals");
  return made;
}

export interface Decision {
  id: string;
  granted: boolean;
  /** The operator. */
  by: string;
  /** For the owner. */
  note: string | null;
}

/**
 * An operator decides on an appeal; granting it reinstates the account.
 * @throws SendexError not_found, unprocessable_entity where it was decided before
 */
export async function decideAppeal(
  context: Context,
  { id, granted, by, note }: Decision,
): Promise<AppealRow> {
  const found = await findAppeal(context.data, id);
  if (!found) throw new SendexError("not_found", "There is no such appeal.");
  const { accountId } = found;
  const done =
    !found.decidedAt &&
    (granted
      ? await reinstate(context, { accountId, by, note, appealId: id })
      : await deny(context, found, by, note));
  if (!done) throw refused("The appeal was decided before.");
  return (await afterCommit(() => findAppeal(context.data, id))) ?? found;
}

async function deny(context: Context, open: AppealRow, by: string, note: string | null): Promise<boolean> {
  const { accountId, id, suspensionId } = open;
  const now = context.clock();
  const left = MAX_APPEALS - (await listAppeals(context.data, accountId, suspensionId)).length;
  const mail = ownerMail(accountId, denialMail(note, left), now);
  const audit = actOf(now, by, "appeal.deny", accountId, { note }, id);
  return denyAppeal(context.data, { accountId, id, by, note }, { mail, audit }, now);
}

function refused(message: string): SendexError {
  return new SendexError("unprocessable_entity", message);
}
