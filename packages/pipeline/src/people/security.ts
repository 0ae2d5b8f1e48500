import { resetMail, type SecurityChange, securityMail } from "@sendex/core/people/mails";
import { writeAudit } from "@sendex/data/access/audit";
import { recordsTransaction } from "@sendex/data/database/transaction";
import { invitationsFor } from "@sendex/data/people/invitations";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { linkTo } from "./links";
import { mailPerson } from "./mail";

interface User {
  id: string;
  email: string;
}

/** Mails the link by which a user sets a new password. */
export async function mailReset(context: Context, { email }: User, token: string): Promise<void> {
  await mailPerson(context, context.data, email, resetMail(linkTo(context, "reset-password", token)));
}

/** Tells a user by mail, and the audit log, that what protects her has changed. */
export async function tellChange(
  context: Context,
  { id, email }: User,
  change: SecurityChange,
): Promise<void> {
  await recordsTransaction(context.data, async (records) => {
    await writeAudit(records, actOf(context.clock(), `user:${email}`, change, null, {}, id));
    await mailPerson(context, records, email, securityMail(change));
  });
}

/** Whether whoever the OIDC issuer knows by a proven address may become a user. */
export async function mayJoin({ data, clock, settings }: Context, email: string): Promise<boolean> {
  if (settings.signUp === "open") return true;
  const invitations = await invitationsFor(data, email, clock());
  return invitations.some(({ invitedBy }) => settings.signUp === "invite" || invitedBy === null);
}
