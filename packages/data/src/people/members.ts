import type { Role } from "@sendex/core/people/roles";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Records } from "../database/transaction";

/** A user's place in an account. */
export interface MemberRow {
  userId: string;
  email: string;
  name: string;
  twoFactorEnabled: boolean;
  role: Role;
  createdAt: Date;
}

/** An account that a user is a member of. */
export interface UsersAccount {
  id: string;
  name: string | null;
  email: string;
  role: Role;
  standing: "active" | "suspended";
}

const WITH_USER = {
  user: { select: { id: true, email: true, name: true, twoFactorEnabled: true } },
} as const;

/** In the order in which they came; `after` and `before` are users' ids. */
export async function listMembers(
  data: Data,
  accountId: string,
  { limit, after, before }: { limit: number; after?: string; before?: string },
): Promise<{ data: MemberRow[]; hasMore: boolean }> {
  const found = await prisma(data).member.findMany({
    where: { accountId, userId: { ...(after ? { lt: after } : {}), ...(before ? { gt: before } : {}) } },
    orderBy: { userId: before ? "asc" : "desc" },
    take: limit + 1,
    include: WITH_USER,
  });
  const rows = found.slice(0, limit).map(readMember);
  return { data: before ? rows.reverse() : rows, hasMore: found.length > limit };
}

export async function findMember(
  where: Data | Records,
  accountId: string,
  userId: string,
): Promise<MemberRow | undefined> {
  const row = await prisma(where).member.findUnique({
    where: { accountId_userId: { accountId, userId } },
    include: WITH_USER,
  });
  return row ? readMember(row) : undefined;
}

function readMember({
  user: { id, ...user },
  role,
  createdAt,
}: {
  user: { id: string; email: string; name: string; twoFactorEnabled: boolean };
  role: Role;
  createdAt: Date;
}): MemberRow {
  return { userId: id, ...user, role, createdAt };
}

/** A user who is a member already stays what he is; false then. */
export async function addMember(
  where: Data | Records,
  member: { accountId: string; userId: string; role: Role; createdAt: Date },
): Promise<boolean> {
  const { count } = await prisma(where).member.createMany({ data: member, skipDuplicates: true });
  return count === 1;
}

export async function changeMemberRole(
  where: Data | Records,
  accountId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await prisma(where).member.update({ where: { accountId_userId: { accountId, userId } }, data: { role } });
}

export async function removeMember(where: Data | Records, accountId: string, userId: string): Promise<void> {
  await prisma(where).member.deleteMany({ where: { accountId, userId } });
}

export async function countMembers(where: Data | Records, accountId: string): Promise<number> {
  return prisma(where).member.count({ where: { accountId } });
}

/**
 * How many owners an account has. In a transaction it also lets one change of members in at a time, so that two owners
 * cannot remove each other at once.
 */
export async function countOwnersLocked({ prisma: within }: Records, accountId: string): Promise<number> {
  await within.$queryRaw`SELECT FROM accounts WHERE id = ${accountId} FOR NO KEY UPDATE`;
  return within.member.count({ where: { accountId, role: "owner" } });
}

/** By their ids; accounts that are being erased are left out. */
export async function accountsOf(data: Data, userId: string): Promise<UsersAccount[]> {
  const rows = await prisma(data).member.findMany({
    where: { userId, account: { erasingSince: null } },
    orderBy: { accountId: "asc" },
    select: { role: true, account: { select: { id: true, name: true, email: true, standing: true } } },
  });
  return rows.map(({ role, account }) => ({ ...account, role }));
}
