import { AUTH_PATH } from "@sendex/auth/options";
import { SendexError } from "@sendex/core/error";
import { SESSION_DAYS, SESSION_RENEWED_HOURS } from "@sendex/core/people/rules";
import { isId } from "@sendex/crypto/token";
import { accountsOf } from "@sendex/data/people/members";
import { endSession, listSessions } from "@sendex/data/people/sessions";
import { changeName } from "@sendex/data/people/users";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import type { PersonExchange, PersonRoute } from "../http/endpoint";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { methodsOf } from "./guest-routes";
import { profileSchema, sessionGoneResponse, sessionListResponse, sessionResponse } from "./schemas";

/** A person's own sessions, in whatever account. */
export const sessionRoutes: PersonRoute[] = [
  {
    surface: "person",
    path: "/api/v1/session",
    endpoints: {
      GET: {
        run: show,
        doc: {
          id: "session.get",
          summary: "Who is signed in, with the token for writes and the accounts there are",
          responses: { 200: sessionResponse },
        },
      },
      PATCH: {
        body: "json",
        run: rename,
        doc: {
          id: "session.update",
          summary: "Change the user's name",
          body: profileSchema,
          responses: { 200: sessionResponse },
        },
      },
    },
  },
  {
    surface: "person",
    path: "/api/v1/sessions",
    endpoints: {
      GET: {
        run: list,
        doc: {
          id: "sessions.list",
          summary: "List the user's sessions; a hundred at most",
          responses: { 200: sessionListResponse },
        },
      },
    },
  },
  {
    surface: "person",
    path: "/api/v1/sessions/:id",
    endpoints: {
      DELETE: {
        run: end,
        doc: {
          id: "sessions.remove",
          summary: "End a session, from the next request on",
          responses: { 200: sessionGoneResponse },
        },
      },
    },
  },
];

async function show(exchange: PersonExchange): Promise<Reply> {
  const { context, caller, auth } = exchange;
  const { session } = caller;
  const { user } = session;
  const [accounts, renewed] = await Promise.all([accountsOf(context.data, user.id), renew(exchange)]);
  const body = {
    object: "session",
    id: session.id,
    csrf_token: auth.csrfToken(session.id),
    expires_at: (renewed?.expiresAt ?? session.expiresAt).toISOString(),
    user: {
      id: user.id,
      email: user.email,
      name: user.name,
      operator: user.operator,
      two_factor_enabled: user.twoFactorEnabled,
    },
    accounts: accounts.map(({ id, name, email, role, standing }) => ({
      id,
      name: name ?? email,
      role,
      standing,
    })),
    sign_in: methodsOf(context),
  };
  return { status: 200, body, ...(renewed && { headers: { "Set-Cookie": renewed.cookies } }) };
}

/** A session that is used lives on: once a day this gives it its whole time again. */
async function renew({
  context,
  caller,
  auth,
  header,
}: PersonExchange): Promise<{ expiresAt: Date; cookies: string[] } | undefined> {
  const left = caller.session.expiresAt.getTime() - context.clock().getTime();
  if (left > SESSION_DAYS * DAY_MS - SESSION_RENEWED_HOURS * HOUR_MS) return undefined;
  const headers = { cookie: header("cookie") ?? "" };
  const answer = await auth.handle(
    new Request(`${context.settings.publicUrl}${AUTH_PATH}/get-session`, { headers }),
  );
  const cookies = answer.headers.getSetCookie();
  const expiresAt = new Date(context.clock().getTime() + SESSION_DAYS * DAY_MS);
  return cookies.length > 0 ? { expiresAt, cookies } : undefined;
}

async function rename(exchange: PersonExchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const { session } = caller;
  const { name = session.user.name } = readFields(profileSchema, parsed.body);
  await changeName(context.data, session.user.id, name);
  return show({
    ...exchange,
    caller: { ...caller, session: { ...session, user: { ...session.user, name } } },
  });
}

async function list({ context, caller: { session } }: PersonExchange): Promise<Reply> {
  const rows = await listSessions(context.data, session.user.id, context.clock());
  const data = rows.map(({ id, ipAddress, userAgent, createdAt, updatedAt, expiresAt }) => ({
    object: "listed_session",
    id,
    current: id === session.id,
    ip_address: ipAddress,
    user_agent: userAgent,
    created_at: createdAt.toISOString(),
    last_used_at: updatedAt.toISOString(),
    expires_at: expiresAt.toISOString(),
  }));
  return { status: 200, body: { object: "list", data, has_more: false } };
}

async function end({ context, caller: { session }, id }: PersonExchange): Promise<Reply> {
  if (!isId("ses", id) || !(await endSession(context.data, session.user.id, id)))
    throw new SendexError("not_found", "You have no such session.");
  return { status: 200, body: { object: "listed_session", id, deleted: true } };
}
