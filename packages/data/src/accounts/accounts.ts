import { text } from "../database/parameters";
import { statement } from "../database/statement";
import { ACTIVE, inGoodStanding } from "../access/conditions";
import type { Data } from "../database/open";
import { keyed, prisma } from "../database/pools";
import type { Records } from "../database/transaction";

export interface NewAccount {
  id: string;
  email: string;
  name?: string;
  defaultFrom: string | null;
  /** Wrapped by the master key. */
  dataKey: Uint8Array;
  createdAt: Date;
}

export interface AccountRow {
  id: string;
  email: string;
  tier: string;
  standing: "active" | "suspended";
  createdAt: Date;
}

/** Rejects with Prisma's P2002 where the e-mail address has an account already. */
export async function createAccount(where: Data | Records, account: NewAccount): Promise<void> {
  await prisma(where).account.create({ data: { ...account, dataKey: Buffer.from(account.dataKey) } });
}

export async function findAccount(data: Data, idOrEmail: string): Promise<AccountRow | null> {
  return prisma(data).account.findFirst({
    where: { OR: [{ id: idOrEmail }, { email: idOrEmail }] },
    select: ACCOUNT_COLUMNS,
  });
}

export async function listAccounts(data: Data): Promise<AccountRow[]> {
  return prisma(data).account.findMany({ orderBy: { id: "asc" }, select: ACCOUNT_COLUMNS });
}

/** What sealing and unsealing need. */
export async function readDataKey(data: Data, accountId: string): Promise<Uint8Array | undefined> {
  const row = await prisma(data).account.findUnique({ where: { id: accountId }, select: { dataKey: true } });
  return row?.dataKey;
}

/** An account as its owner and operators see it. */
export interface AccountState extends AccountRow {
  name: string | null;
  standingReason: string | null;
  suspendedAt: Date | null;
  unknownPolicy: "resend" | "fail";
  keepContent: boolean;
  /** IANA */
  timeZone: string;
  guideline: number | null;
  rateSince: Date | null;
  warnedAt: Date | null;
  crossedOn: Date | null;
}

export async function findAccountState(data: Data, id: string): Promise<AccountState | null> {
  return prisma(data).account.findUnique({
    where: { id },
    select: {
      ...ACCOUNT_COLUMNS,
      name: true,
      standingReason: true,
      suspendedAt: true,
      unknownPolicy: true,
      keepContent: true,
      timeZone: true,
      guideline: true,
      rateSince: true,
      warnedAt: true,
      crossedOn: true,
    },
  });
}

/** Accounts by their ids; `q`: part of an address, or an id. */
export async function pageAccounts(
  data: Data,
  {
    limit,
    after,
    q,
    standing,
  }: { limit: number; after?: string; q?: string; standing?: AccountRow["standing"] },
): Promise<{ data: AccountRow[]; hasMore: boolean }> {
  const rows = await prisma(data).account.findMany({
    where: {
      ...(after ? { id: { gt: after } } : {}),
      ...(standing ? { standing } : {}),
      ...(q ? { OR: [{ email: { contains: q, mode: "insensitive" } }, { id: q }] } : {}),
    },
    orderBy: { id: "asc" },
    take: limit + 1,
    select: ACCOUNT_COLUMNS,
  });
  return { data: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** What an owner chooses; false where there is no such account. */
export async function changeSettings(
  where: Data | Records,
  id: string,
  settings: {
    name?: string | null;
    unknownPolicy?: "resend" | "fail";
    keepContent?: boolean;
    timeZone?: string;
  },
): Promise<boolean> {
  return (await prisma(where).account.updateMany({ where: { id }, data: settings })).count === 1;
}

/** False where it is suspended, or there is no such account. */
export async function isActive(data: Data, id: string): Promise<boolean> {
  const { rowCount } = await keyed(data).query(IS_ACTIVE({ id }));
  return rowCount === 1;
}

/** What judging an account's bounce rate needs. */
export interface JudgedAccount {
  id: string;
  rateSince: Date | null;
  warnedAt: Date | null;
}

/** Of these accounts those that are active. */
export async function judgedAccounts(data: Data, ids: string[]): Promise<JudgedAccount[]> {
  return prisma(data).account.findMany({
    where: { id: { in: ids }, ...ACTIVE },
    orderBy: { id: "asc" },
    select: { id: true, rateSince: true, warnedAt: true },
  });
}

const ACCOUNT_COLUMNS = { id: true, email: true, tier: true, standing: true, createdAt: true } as const;

const IS_ACTIVE = statement(
  "is-active",
  { id: text },
  (p) => `SELECT FROM accounts WHERE id = ${p.id} AND (${inGoodStanding("accounts")}) IS TRUE`,
);
