import { SendexError } from "@sendex/core/error";
import type { Mode } from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";
import { findSession, type Membership, type SessionRow } from "@sendex/data/people/sessions";
import type { Context } from "../context";

/** A person who is signed in, and what she is in the account that was asked for. */
export interface SignedIn {
  session: SessionRow;
  membership: Membership | undefined;
}

/**
 * The session with this token, read anew each time: a role that falls, a member who is removed and a session that ends
 * count from the next request on. `accountId`: undefined where a request is about no account.
 * @throws SendexError unauthorized
 */
export async function authenticatePerson(
  context: Context,
  token: string | undefined,
  accountId?: string,
): Promise<SignedIn> {
  const found =
    token === undefined
      ? undefined
      : await findSession(context.data, { token, accountId: accountId ?? null, now: context.clock() });
  if (!found)
    throw new SendexError("unauthorized", "Your session has ended. Sign in again.", {
      name: "invalid_session",
    });
  return found;
}

/**
 * A person as the caller of her account's routes: with what a full key may, and her role.
 * @throws SendexError forbidden, in the same words for an account that is not there and one that is not hers
 */
export function tenantOf({ session: { user }, membership }: SignedIn, mode: Mode): Tenant {
  if (!membership) throw new SendexError("forbidden", "You are no member of this account.");
  const { role, account } = membership;
  return {
    ...account,
    keyId: user.id,
    person: { userId: user.id, email: user.email, role },
    mode,
    permission: "full",
    domains: [],
    rateLimit: null,
  };
}
