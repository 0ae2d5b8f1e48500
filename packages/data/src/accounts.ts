import type { Data } from "./open";

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
export async function createAccount(data: Data, account: NewAccount): Promise<AccountRow> {
  return data.prisma.account.create({
    data: { ...account, dataKey: Buffer.from(account.dataKey) },
    select: ACCOUNT_COLUMNS,
  });
}

export async function findAccount(data: Data, idOrEmail: string): Promise<AccountRow | null> {
  return data.prisma.account.findFirst({
    where: { OR: [{ id: idOrEmail }, { email: idOrEmail }] },
    select: ACCOUNT_COLUMNS,
  });
}

export async function listAccounts(data: Data): Promise<AccountRow[]> {
  return data.prisma.account.findMany({ orderBy: { id: "asc" }, select: ACCOUNT_COLUMNS });
}

/** What sealing and unsealing need. */
export async function readDataKey(data: Data, accountId: string): Promise<Uint8Array | undefined> {
  const row = await data.prisma.account.findUnique({ where: { id: accountId }, select: { dataKey: true } });
  return row?.dataKey;
}

const ACCOUNT_COLUMNS = { id: true, email: true, tier: true, standing: true, createdAt: true } as const;
