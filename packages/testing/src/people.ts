import { createHmac, randomBytes } from "node:crypto";
import { cookieSecret, sessionCookieName } from "@sendex/auth/cookies";
import { openAuth } from "@sendex/auth/open";
import type { Role } from "@sendex/core/people/roles";
import { newId } from "@sendex/crypto/token";
import { prisma } from "@sendex/data/database/pools";
import { addMember } from "@sendex/data/people/members";
import { createUser } from "@sendex/data/people/users";
import type { Context } from "@sendex/pipeline/context";
import { HOUR_MS } from "@sendex/kit/day";

/** A person with a session, as a browser has it. */
export interface SeededPerson {
  userId: string;
  email: string;
  sessionId: string;
  /** For a `Cookie` header. */
  cookie: string;
  csrf: string;
  /** The account that requests are about. */
  accountId: string | undefined;
}

/** A user who is signed in; a member of the account where one is given. Without a password: tests of signing in make their own. */
export async function seedPerson(
  context: Context,
  options: { accountId?: string; role?: Role; operator?: boolean; email?: string } = {},
): Promise<SeededPerson> {
  const { accountId, role = "owner", operator = false } = options;
  const { email = `person-${randomBytes(5).toString("hex")}@example.test` } = options;
  const now = context.clock();
  const userId = newId("usr", now);
  await createUser(context.data, { id: userId, email, name: "Ada", operator, createdAt: now });
  if (accountId !== undefined) await addMember(context.data, { accountId, userId, role, createdAt: now });
  return { ...(await seedSession(context, userId)), userId, email, accountId };
}

/** Another session of a user. */
async function seedSession(
  context: Context,
  userId: string,
): Promise<Pick<SeededPerson, "sessionId" | "cookie" | "csrf">> {
  const now = context.clock();
  const sessionId = newId("ses", now);
  const token = randomBytes(24).toString("base64url");
  const times = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + 7 * 24 * HOUR_MS) };
  await prisma(context.data).session.create({ data: { id: sessionId, userId, token, ...times } });
  const { keyPepper: pepper, publicUrl } = context.settings;
  const signature = createHmac("sha256", cookieSecret(pepper)).update(token).digest("base64");
  const cookie = `${sessionCookieName(publicUrl)}=${encodeURIComponent(`${token}.${signature}`)}`;
  return { sessionId, cookie, csrf: csrfOf(context, sessionId) };
}

function csrfOf({ data, clock, log, settings }: Context, sessionId: string): string {
  const nothing = async () => undefined;
  const people = { sendReset: nothing, passwordReset: nothing, mayJoin: async () => false, joined: nothing };
  const { keyPepper: pepper, publicUrl } = settings;
  return openAuth({ data, clock, log, pepper, publicUrl, people }).csrfToken(sessionId);
}

/** What a page of ours sends with each request. */
export function pageHeaders(
  { settings }: Pick<Context, "settings">,
  { cookie, csrf, accountId }: SeededPerson,
): Record<string, string> {
  return {
    Cookie: cookie,
    Origin: settings.publicUrl,
    "X-Sendex-CSRF": csrf,
    ...(accountId === undefined ? {} : { "X-Sendex-Account": accountId }),
  };
}
