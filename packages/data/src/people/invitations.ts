import type { Role } from "@sendex/core/people/roles";
import type { Invitation } from "../generated/client";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Records } from "../database/transaction";

/** Nothing here lets anyone accept it. */
export interface InvitationRow {
  accountId: string;
  id: string;
  /** In small letters. */
  email: string;
  role: Role;
  /** A user's id; null: an operator. */
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
}

export interface NewInvitation extends Omit<InvitationRow, "acceptedAt"> {
  tokenHash: Uint8Array;
}

/** One that waits for the same address is void then. */
export async function putInvitation(records: Records, invitation: NewInvitation): Promise<void> {
  const { accountId, email, tokenHash } = invitation;
  await prisma(records).invitation.deleteMany({ where: { accountId, email, acceptedAt: null } });
  await prisma(records).invitation.create({ data: { ...invitation, tokenHash: Buffer.from(tokenHash) } });
}

/** Those that were not accepted, run out or not, the newest first; `after` and `before` are ids. */
export async function listInvitations(
  data: Data,
  accountId: string,
  { limit, after, before }: { limit: number; after?: string; before?: string },
): Promise<{ data: InvitationRow[]; hasMore: boolean }> {
  const found = await prisma(data).invitation.findMany({
    where: {
      accountId,
      acceptedAt: null,
      id: { ...(after ? { lt: after } : {}), ...(before ? { gt: before } : {}) },
    },
    orderBy: { id: before ? "asc" : "desc" },
    take: limit + 1,
  });
  const rows = found.slice(0, limit).map(readInvitation);
  return { data: before ? rows.reverse() : rows, hasMore: found.length > limit };
}

export async function countInvitations(data: Data, accountId: string): Promise<number> {
  return prisma(data).invitation.count({ where: { accountId, acceptedAt: null } });
}

/** False where the account has none of that id that waits. */
export async function deleteInvitation(data: Data, accountId: string, id: string): Promise<boolean> {
  const { count } = await prisma(data).invitation.deleteMany({ where: { accountId, id, acceptedAt: null } });
  return count === 1;
}

/** With the account's name, or its address where it has none. */
export async function findInvitation(
  data: Data,
  tokenHash: Uint8Array,
): Promise<(InvitationRow & { accountName: string }) | undefined> {
  const row = await prisma(data).invitation.findUnique({
    where: { tokenHash: Buffer.from(tokenHash) },
    include: { account: { select: { name: true, email: true } } },
  });
  return row ? { ...readInvitation(row), accountName: row.account.name ?? row.account.email } : undefined;
}

/** Those for an address that wait and have not run out. */
export async function invitationsFor(
  where: Data | Records,
  email: string,
  now: Date,
): Promise<InvitationRow[]> {
  const rows = await prisma(where).invitation.findMany({
    where: { email, acceptedAt: null, expiresAt: { gt: now }, account: { erasingSince: null } },
    orderBy: { id: "asc" },
  });
  return rows.map(readInvitation);
}

/** False where someone was quicker, or it has run out. */
export async function claimInvitation(
  records: Records,
  { accountId, id }: Pick<InvitationRow, "accountId" | "id">,
  now: Date,
): Promise<boolean> {
  const { count } = await prisma(records).invitation.updateMany({
    where: { accountId, id, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  return count === 1;
}

function readInvitation({ accountId, id, email, role, invitedBy, ...times }: Invitation): InvitationRow {
  const { createdAt, expiresAt, acceptedAt } = times;
  return { accountId, id, email, role, invitedBy, createdAt, expiresAt, acceptedAt };
}
