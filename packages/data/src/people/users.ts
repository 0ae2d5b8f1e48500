import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Records } from "../database/transaction";
import type { UserRow } from "./sessions";

export interface NewUser {
  id: string;
  /** In small letters. */
  email: string;
  name: string;
  operator?: boolean;
  createdAt: Date;
  /** Its argon2id hash; absent: the user signs in by OIDC, or sets one by a link. */
  password?: { id: string; hash: string };
}

/** As the library names a password among a user's credentials. */
const PASSWORD_PROVIDER = "credential";

const COLUMNS = { id: true, email: true, name: true, operator: true, twoFactorEnabled: true } as const;

/** By an address in small letters, or an id. */
export async function findUser(where: Data | Records, emailOrId: string): Promise<UserRow | null> {
  return prisma(where).user.findFirst({
    where: { OR: [{ email: emailOrId }, { id: emailOrId }] },
    select: COLUMNS,
  });
}

/** Its address is taken as proven. Rejects with Prisma's P2002 where a user has it already. */
export async function createUser(
  where: Data | Records,
  { id, email, name, operator = false, createdAt, password }: NewUser,
): Promise<void> {
  const times = { createdAt, updatedAt: createdAt };
  await prisma(where).user.create({
    data: { id, email, name, operator, emailVerified: true, ...times },
  });
  if (!password) return;
  await prisma(where).credential.create({
    data: {
      id: password.id,
      userId: id,
      providerId: PASSWORD_PROVIDER,
      accountId: id,
      password: password.hash,
      ...times,
    },
  });
}

export async function setOperator(where: Data | Records, id: string, operator: boolean): Promise<void> {
  await prisma(where).user.update({ where: { id }, data: { operator } });
}

/** False where it was off. */
export async function dropTwoFactor(where: Data | Records, userId: string): Promise<boolean> {
  const { count } = await prisma(where).twoFactor.deleteMany({ where: { userId } });
  await prisma(where).user.update({ where: { id: userId }, data: { twoFactorEnabled: false } });
  return count > 0;
}

export async function changeName(data: Data, id: string, name: string): Promise<void> {
  await prisma(data).user.update({ where: { id }, data: { name } });
}

/** By their addresses. */
export async function listUsers(data: Data, operatorsOnly: boolean): Promise<UserRow[]> {
  return prisma(data).user.findMany({
    where: operatorsOnly ? { operator: true } : {},
    orderBy: { email: "asc" },
    select: COLUMNS,
  });
}

export interface NewVerification {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
  now: Date;
}

/** What is proven, within its time, by who knows its identifier. */
export async function putVerification(
  where: Data | Records,
  { now, ...row }: NewVerification,
): Promise<void> {
  await prisma(where).verification.create({ data: { ...row, createdAt: now, updatedAt: now } });
}

/** Its value, once; undefined where it is unknown, used or run out. */
export async function takeVerification(
  where: Data | Records,
  identifier: string,
  now: Date,
): Promise<string | undefined> {
  const row = await prisma(where).verification.findFirst({
    where: { identifier, expiresAt: { gt: now } },
    select: { id: true, value: true },
  });
  if (!row) return undefined;
  const { count } = await prisma(where).verification.deleteMany({ where: { id: row.id } });
  return count === 1 ? row.value : undefined;
}
