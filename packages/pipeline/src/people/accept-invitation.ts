import { hashPassword } from "@sendex/auth/passwords";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import type { Role } from "@sendex/core/people/roles";
import { hashApiKey, newId } from "@sendex/crypto/token";
import { writeAudit } from "@sendex/data/access/audit";
import { type Records, recordsTransaction } from "@sendex/data/database/transaction";
import * as rows from "@sendex/data/people/invitations";
import { addMember } from "@sendex/data/people/members";
import { createUser, findUser, type NewUser } from "@sendex/data/people/users";
import { actOf } from "../access/act";
import type { Context } from "../context";

export interface AcceptedInvitation {
  accountId: string;
  email: string;
  role: Role;
}

/**
 * Makes whoever has the link a member: the user that the address has, or a new one with this name and password. The link
 * proves the address.
 * @throws SendexError not_found, unprocessable_entity (used, run out), bad_request (a new user's fields)
 */
export async function acceptInvitation(
  context: Context,
  { token, name, password }: { token: string; name?: string; password?: string },
): Promise<AcceptedInvitation> {
  const invitation = await usable(context, token);
  const { accountId, email, role } = invitation;
  const known = await findUser(context.data, email);
  const made = known ? undefined : await newUser(context, { email, name, password });
  await recordsTransaction(context.data, async (records) => {
    const now = context.clock();
    if (!(await rows.claimInvitation(records, invitation, now))) throw used();
    if (made) await createUser(records, made);
    await join(records, invitation, { id: known?.id ?? made?.id ?? "", email }, now);
  });
  return { accountId, email, role };
}

/** Accepts all that waits for a user whose address the OIDC issuer has proven. */
export async function acceptAllFor(context: Context, user: { id: string; email: string }): Promise<void> {
  await recordsTransaction(context.data, async (records) => {
    const now = context.clock();
    for (const invitation of await rows.invitationsFor(records, user.email, now))
      if (await rows.claimInvitation(records, invitation, now)) await join(records, invitation, user, now);
  });
}

async function join(
  records: Records,
  { accountId, id, role }: rows.InvitationRow,
  user: { id: string; email: string },
  now: Date,
): Promise<void> {
  await addMember(records, { accountId, userId: user.id, role, createdAt: now });
  await writeAudit(records, actOf(now, `user:${user.email}`, "invitations.accept", accountId, { role }, id));
}

async function usable(context: Context, token: string): Promise<rows.InvitationRow> {
  const invitation = await rows.findInvitation(context.data, hashApiKey(token, context.settings.keyPepper));
  if (!invitation)
    throw new SendexError("not_found", "There is no such invitation, or it was taken back. Ask for another.");
  if (invitation.acceptedAt !== null) throw used();
  if (invitation.expiresAt <= context.clock())
    throw new SendexError("unprocessable_entity", "This invitation has run out. Ask for another.");
  return invitation;
}

function used(): SendexError {
  return new SendexError(
    "unprocessable_entity",
    "This invitation was used already. Sign in, or ask for another.",
  );
}

async function newUser(
  context: Context,
  { email, name, password }: { email: string; name: string | undefined; password: string | undefined },
): Promise<NewUser> {
  if (name === undefined || password === undefined)
    throw invalidFields([
      ...(name === undefined ? [missing("name")] : []),
      ...(password === undefined ? [missing("password")] : []),
    ]);
  const hash = await hashPassword(password);
  const createdAt = context.clock();
  const id = newId("usr", createdAt);
  return { id, email, name, createdAt, password: { id: newId("crd", createdAt), hash } };
}

function missing(field: string): FieldError {
  return { field, code: "required", message: `${field} is missing: this address has no user yet.` };
}
