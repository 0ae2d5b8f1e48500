import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import type { Person } from "@sendex/core/access";
import { invitationMail } from "@sendex/core/people/mails";
import { mayAssign, type Role } from "@sendex/core/people/roles";
import {
  INVITATION_DAYS,
  INVITATIONS_PER_MINUTE,
  MAX_INVITATIONS,
  MAX_MEMBERS,
  normalEmail,
} from "@sendex/core/people/rules";
import { hashApiKey, newId, newLinkToken } from "@sendex/crypto/token";
import { findAccountState } from "@sendex/data/accounts/accounts";
import { type Records, recordsTransaction } from "@sendex/data/database/transaction";
import * as rows from "@sendex/data/people/invitations";
import { countMembers, findMember } from "@sendex/data/people/members";
import { findUser } from "@sendex/data/people/users";
import { DAY_MS } from "@sendex/kit/day";
import { writeAudit } from "@sendex/data/access/audit";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { linkTo } from "./links";
import { mailPerson } from "./mail";

export interface AskedInvitation {
  accountId: string;
  email: string;
  role: Role;
}

/**
 * Invites an address to an account, by a mail with a link; an earlier invitation of the same address is void then.
 * @throws SendexError forbidden, bad_request, too_many_requests
 */
export async function invite(
  context: Context,
  by: Person,
  asked: AskedInvitation,
): Promise<rows.InvitationRow> {
  if (!mayAssign(by.role, asked.role))
    throw new SendexError(
      "forbidden",
      `As ${by.role} you cannot invite ${asked.role === "owner" ? "owners" : "anyone"}.`,
    );
  const email = normalEmail(asked.email);
  await checkInvited(context, asked.accountId, email);
  const { row } = await recordsTransaction(context.data, (records) =>
    putInvitation(context, records, { ...asked, email, by: { id: by.userId, name: by.email } }),
  );
  return row;
}

/**
 * An operator's invitation, with its link: who runs the service may have to hand it over. `by`: the operator.
 * @throws SendexError not_found
 */
export async function inviteByOperator(
  context: Context,
  asked: AskedInvitation,
  by: string,
): Promise<{ invitation: rows.InvitationRow; link: string }> {
  return recordsTransaction(context.data, async (records) => {
    const email = normalEmail(asked.email);
    const { row, link } = await putInvitation(context, records, { ...asked, email, by: null });
    await writeAudit(
      records,
      actOf(row.createdAt, by, "invitations.create", row.accountId, { email, role: row.role }, row.id),
    );
    return { invitation: row, link };
  });
}

interface NewInvitation extends AskedInvitation {
  by: { id: string; name: string } | null;
}

async function putInvitation(
  context: Context,
  records: Records,
  { accountId, email, role, by }: NewInvitation,
): Promise<{ row: rows.InvitationRow; link: string }> {
  const account = await findAccountState(context.data, accountId);
  if (!account) throw new SendexError("not_found", "There is no such account.");
  const createdAt = context.clock();
  const token = newLinkToken();
  const row = {
    accountId,
    id: newId("inv", createdAt),
    email,
    role,
    invitedBy: by?.id ?? null,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS),
  };
  await rows.putInvitation(records, { ...row, tokenHash: hashApiKey(token, context.settings.keyPepper) });
  const link = linkTo(context, "accept-invitation", token);
  const text = invitationMail({ account: account.name ?? account.email, role, by: by?.name ?? null, link });
  await mailPerson(context, records, email, text);
  return { row: { ...row, acceptedAt: null }, link };
}

async function checkInvited(context: Context, accountId: string, email: string): Promise<void> {
  const { data, rates, clock, settings } = context;
  const [user, members, waiting, rate] = await Promise.all([
    findUser(data, email),
    countMembers(data, accountId),
    rows.countInvitations(data, accountId),
    rates.hit(`invite:${accountId}`, INVITATIONS_PER_MINUTE, clock()),
  ]);
  if (!rate.allowed)
    throw new SendexError("too_many_requests", "Too many invitations in this minute.", {
      retryAfterSeconds: 60,
    });
  if (user && (await findMember(data, accountId, user.id)))
    throw invalidFields([emailError("taken", "This person is a member already.")]);
  if (!user && settings.signUp === "closed")
    throw invalidFields([
      emailError("unknown", "This Sendex takes no new users; only who has one can be invited."),
    ]);
  if (members >= MAX_MEMBERS)
    throw new SendexError("bad_request", `An account has at most ${MAX_MEMBERS} members.`);
  if (waiting >= MAX_INVITATIONS)
    throw new SendexError(
      "bad_request",
      `At most ${MAX_INVITATIONS} invitations of an account wait at a time.`,
    );
}

function emailError(code: string, message: string): FieldError {
  return { field: "email", code, message };
}

/** Takes an invitation back, from now on. @throws SendexError not_found */
export async function revokeInvitation(context: Context, accountId: string, id: string): Promise<void> {
  if (!(await rows.deleteInvitation(context.data, accountId, id)))
    throw new SendexError("not_found", "There is no such invitation that waits.");
}
