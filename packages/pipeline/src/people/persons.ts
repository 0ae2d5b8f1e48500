import { hashPassword } from "@sendex/auth/passwords";
import { resetIdentifier } from "@sendex/auth/reset-identifier";
import { SendexError } from "@sendex/core/error";
import type { Role } from "@sendex/core/people/roles";
import { normalEmail, RESET_MINUTES } from "@sendex/core/people/rules";
import { newId, newLinkToken } from "@sendex/crypto/token";
import { writeAudit } from "@sendex/data/access/audit";
import { recordsTransaction } from "@sendex/data/database/transaction";
import { addMember } from "@sendex/data/people/members";
import { endSessions, type UserRow } from "@sendex/data/people/sessions";
import * as rows from "@sendex/data/people/users";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { linkTo } from "./links";

/** What operators do with people, at the command line; each act has its entry in the audit log. */

export interface AskedPerson {
  email: string;
  name: string;
  /** Absent: set by a link. */
  password?: string;
  /** May use /admin. */
  operator: boolean;
  /** The account that she is made a member of. */
  member?: { accountId: string; role: Role };
}

/**
 * Makes a user; one that is there already is made an operator or a member, and keeps name and password.
 * @throws SendexError service_unavailable
 */
export async function makePerson(
  context: Context,
  asked: AskedPerson,
  by: string,
): Promise<UserRow & { created: boolean }> {
  const email = normalEmail(asked.email);
  const known = await rows.findUser(context.data, email);
  const hash = known || asked.password === undefined ? undefined : await hashPassword(asked.password);
  const now = context.clock();
  const id = known?.id ?? newId("usr", now);
  return recordsTransaction(context.data, async (records) => {
    const { name, operator, member } = asked;
    const password = hash === undefined ? {} : { password: { id: newId("crd", now), hash } };
    if (!known) await rows.createUser(records, { id, email, name, operator, createdAt: now, ...password });
    else if (operator) await rows.setOperator(records, id, true);
    if (member) await addMember(records, { ...member, userId: id, createdAt: now });
    const detail = { email, operator, ...(member && { role: member.role }) };
    await writeAudit(records, actOf(now, by, "person.create", member?.accountId ?? null, detail, id));
    const user = (await rows.findUser(records, id)) ?? missing(email);
    return { ...user, created: known === null };
  });
}

/** A link that lets the user set a new password, once and within the hour; the old one stays till then. @throws SendexError not_found */
export async function resetLink(
  context: Context,
  email: string,
  by: string,
): Promise<{ email: string; link: string; expiresAt: Date }> {
  const user = await personOf(context, email);
  const token = newLinkToken();
  const now = context.clock();
  const expiresAt = new Date(now.getTime() + RESET_MINUTES * 60_000);
  await recordsTransaction(context.data, async (records) => {
    const proof = {
      id: newId("vrf", now),
      identifier: resetIdentifier(token),
      value: user.id,
      expiresAt,
      now,
    };
    await rows.putVerification(records, proof);
    await writeAudit(records, actOf(now, by, "person.reset_link", null, { email: user.email }, user.id));
  });
  return { email: user.email, link: linkTo(context, "reset-password", token), expiresAt };
}

/** For who lost both authenticator and recovery codes. Sessions end. @throws SendexError not_found, unprocessable_entity */
export async function turnOffTwoFactor(context: Context, email: string, by: string): Promise<UserRow> {
  const user = await personOf(context, email);
  if (!user.twoFactorEnabled)
    throw new SendexError("unprocessable_entity", `${user.email} does not use two-factor sign-in.`);
  await recordsTransaction(context.data, async (records) => {
    await rows.dropTwoFactor(records, user.id);
    await endSessions(records, user.id);
    await writeAudit(
      records,
      actOf(context.clock(), by, "person.two_factor_off", null, { email: user.email }, user.id),
    );
  });
  return { ...user, twoFactorEnabled: false };
}

/** Whether the user may use /admin. @throws SendexError not_found */
export async function setOperator(
  context: Context,
  { email, operator }: { email: string; operator: boolean },
  by: string,
): Promise<UserRow> {
  const user = await personOf(context, email);
  await recordsTransaction(context.data, async (records) => {
    await rows.setOperator(records, user.id, operator);
    await writeAudit(
      records,
      actOf(context.clock(), by, "person.operator", null, { email: user.email, operator }, user.id),
    );
  });
  return { ...user, operator };
}

/** @throws SendexError not_found */
async function personOf({ data }: Context, email: string): Promise<UserRow> {
  return (await rows.findUser(data, normalEmail(email))) ?? missing(email);
}

function missing(email: string): never {
  throw new SendexError("not_found", `There is no user ${email}.`);
}
