import type { Role } from "@sendex/core/people/roles";
import { bigint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import type { Records } from "../database/transaction";
import type { Tenant } from "../access/api-keys";

/** A person who is signed in. */
export interface SessionRow {
  id: string;
  expiresAt: Date;
  user: UserRow;
}

export interface UserRow {
  id: string;
  email: string;
  name: string;
  operator: boolean;
  twoFactorEnabled: boolean;
}

/** The account as its member may use it: all that a `Tenant` has which is the account's own. */
export interface Membership {
  role: Role;
  account: Omit<Tenant, "keyId" | "mode" | "permission" | "domains" | "rateLimit" | "person">;
}

/**
 * The session with this token, its user, and what the user is in the account that was asked for, in one statement.
 * Undefined where the session has ended; without a membership where there is no such account, or none of the user's.
 */
export async function findSession(
  data: Data,
  asked: { token: string; accountId: string | null; now: Date },
): Promise<{ session: SessionRow; membership: Membership | undefined } | undefined> {
  const { rows } = await plain(data).query<SessionJoin>(FIND_SESSION(asked));
  const row = rows[0];
  if (!row) return undefined;
  return { session: readSession(row), membership: row.role === null ? undefined : readMembership(row) };
}

function readSession(row: SessionJoin): SessionRow {
  return {
    id: row.id,
    expiresAt: row.expires_at,
    user: {
      id: row.user_id,
      email: row.email,
      name: row.name,
      operator: row.operator,
      twoFactorEnabled: row.two_factor_enabled,
    },
  };
}

function readMembership(row: MemberJoin): Membership {
  return {
    role: row.role,
    account: {
      accountId: row.account_id,
      standing: row.standing,
      defaultFrom: row.default_from,
      timeZone: row.timezone,
      pausedSources: row.paused_sources,
      dataKey: row.data_key,
      credits: row.credits === null ? null : Number(row.credits),
    },
  };
}

interface SessionColumns {
  id: string;
  expires_at: Date;
  user_id: string;
  email: string;
  name: string;
  operator: boolean;
  two_factor_enabled: boolean;
}

interface MemberJoin extends SessionColumns {
  role: Role;
  account_id: string;
  standing: "active" | "suspended";
  default_from: string | null;
  timezone: string;
  paused_sources: string[];
  data_key: Buffer;
  credits: string | null;
}

type SessionJoin = MemberJoin | (SessionColumns & { role: null });

// An account that is being erased is nobody's any more.
const FIND_SESSION = statement(
  "find-session",
  { token: text, accountId: text.orNull, now: timestamptz },
  (p) => `
SELECT s.id, s.expires_at, u.id AS user_id, u.email, u.name, u.operator, u.two_factor_enabled, CASE WHEN a.id IS NOT NULL THEN m.role END AS role,
  a.id AS account_id, a.standing, a.default_from, a.timezone, a.paused_sources, a.data_key, a.credits
FROM sessions s JOIN users u ON u.id = s.user_id
LEFT JOIN members m ON m.account_id = ${p.accountId} AND m.user_id = u.id
LEFT JOIN accounts a ON a.id = m.account_id AND a.erasing_since IS NULL
WHERE s.token = ${p.token} AND s.expires_at > ${p.now}`,
);

/** A session as its user sees it. */
export interface ListedSession {
  id: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  /** When it was last counted anew. */
  updatedAt: Date;
  expiresAt: Date;
}

/** A user has few: they end by themselves. The newest first. */
const MOST_LISTED = 100;

export async function listSessions(data: Data, userId: string, now: Date): Promise<ListedSession[]> {
  return prisma(data).session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { id: "desc" },
    take: MOST_LISTED,
    select: { id: true, ipAddress: true, userAgent: true, createdAt: true, updatedAt: true, expiresAt: true },
  });
}

/** False where the user has no such session. */
export async function endSession(data: Data, userId: string, id: string): Promise<boolean> {
  return (await prisma(data).session.deleteMany({ where: { userId, id } })).count === 1;
}

/** All of the user's, but for `except`. */
export async function endSessions(where: Data | Records, userId: string, except?: string): Promise<void> {
  await prisma(where).session.deleteMany({
    where: { userId, ...(except === undefined ? {} : { id: { not: except } }) },
  });
}

/** Removes what has run out, a bounded number; how many. */
export async function forgetEnded(data: Data, now: Date, limit: number): Promise<number> {
  const [sessions, verifications] = [FORGET_SESSIONS, FORGET_VERIFICATIONS];
  const ended = await plain(data).query(sessions({ now, limit }));
  const over = await plain(data).query(verifications({ now, limit }));
  return (ended.rowCount ?? 0) + (over.rowCount ?? 0);
}

const forget = (table: "sessions" | "verifications") =>
  statement(
    `forget-${table}`,
    { now: timestamptz, limit: bigint },
    (p) => `
DELETE FROM ${table} t USING (SELECT id FROM ${table} WHERE expires_at < ${p.now} LIMIT ${p.limit}) d WHERE t.id = d.id`,
  );
const FORGET_SESSIONS = forget("sessions");
const FORGET_VERIFICATIONS = forget("verifications");
