import { hashPassword } from "@sendex/auth/passwords";
import { SendexError } from "@sendex/core/error";
import { confirmSignUpMail, knownAlreadyMail } from "@sendex/core/people/mails";
import { normalEmail, SIGN_UP_HOURS } from "@sendex/core/people/rules";
import { hashApiKey, newId, newLinkToken } from "@sendex/crypto/token";
import { writeAudit } from "@sendex/data/access/audit";
import { createAccount, findAccount } from "@sendex/data/accounts/accounts";
import { recordsTransaction } from "@sendex/data/database/transaction";
import { addMember } from "@sendex/data/people/members";
import { createUser, findUser, putVerification, takeVerification } from "@sendex/data/people/users";
import { HOUR_MS } from "@sendex/kit/day";
import { record } from "@sendex/kit/loose";
import { actOf } from "../access/act";
import { addStarterTemplate } from "../templates/starter";
import type { Context } from "../context";
import { linkTo } from "./links";
import { mailPerson } from "./mail";

export interface AskedSignUp {
  email: string;
  password: string;
  name: string;
  accountName: string;
}

/**
 * Mails a link that makes the user and the account. Who has one already is told so by the same kind of mail: what a stranger
 * is answered says nothing of it, and the work is the same. Nothing is made before the address is proven.
 * @throws SendexError forbidden, where sign-up is not open
 */
export async function signUp(context: Context, asked: AskedSignUp): Promise<void> {
  if (context.settings.signUp !== "open")
    throw new SendexError("forbidden", "This Sendex takes new users by invitation only.");
  const email = normalEmail(asked.email);
  const [hash, isKnown] = await Promise.all([hashPassword(asked.password), isTaken(context, email)]);
  const token = newLinkToken();
  const now = context.clock();
  await recordsTransaction(context.data, async (records) => {
    await putVerification(records, {
      id: newId("vrf", now),
      identifier: identifierOf(context, token),
      value: isKnown
        ? "{}"
        : JSON.stringify({ email, hash, name: asked.name, accountName: asked.accountName }),
      expiresAt: new Date(now.getTime() + SIGN_UP_HOURS * HOUR_MS),
      now,
    });
    const text = isKnown
      ? knownAlreadyMail(linkTo(context, "sign-in"))
      : confirmSignUpMail(linkTo(context, "confirm-sign-up", token));
    await mailPerson(context, records, email, text);
  });
}

/**
 * Makes what was asked for, once: a user who owns a new account. Its id.
 * @throws SendexError unprocessable_entity
 */
export async function confirmSignUp(
  context: Context,
  token: string,
): Promise<{ accountId: string; email: string }> {
  return recordsTransaction(context.data, async (records) => {
    const now = context.clock();
    const value = await takeVerification(records, identifierOf(context, token), now);
    const { email, hash, name, accountName } = record(value === undefined ? undefined : JSON.parse(value));
    if (typeof email !== "string" || typeof hash !== "string" || (await isTaken(context, email)))
      throw new SendexError(
        "unprocessable_entity",
        "This link has run out, or was used already. Sign in, or sign up again.",
      );
    const accountId = newId("acc", now);
    const userId = newId("usr", now);
    await createAccount(records, {
      id: accountId,
      email,
      name: String(accountName),
      defaultFrom: null,
      dataKey: context.sealer.newDataKey(accountId),
      createdAt: now,
    });
    await addStarterTemplate(records, accountId, now);
    const password = { id: newId("crd", now), hash };
    await createUser(records, { id: userId, email, name: String(name), createdAt: now, password });
    await addMember(records, { accountId, userId, role: "owner", createdAt: now });
    await writeAudit(records, actOf(now, `user:${email}`, "account.create", accountId, {}));
    return { accountId, email };
  });
}

/** By a user, or by an account whose owner has none yet. */
async function isTaken({ data }: Context, email: string): Promise<boolean> {
  const [user, account] = await Promise.all([findUser(data, email), findAccount(data, email)]);
  return user !== null || account !== null;
}

function identifierOf({ settings }: Context, token: string): string {
  return `sign-up:${hashApiKey(token, settings.keyPepper).toString("base64url")}`;
}
