import type { Role } from "@sendex/core/people/roles";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";

/** A member, and whether alerts are to be mailed; null: by role. */
export interface AlertReader {
  email: string;
  role: Role;
  alertMail: boolean | null;
}

/** All of an account's members: 500 at most. */
export async function alertReaders(data: Data, accountId: string): Promise<AlertReader[]> {
  const rows = await prisma(data).member.findMany({
    where: { accountId },
    orderBy: { userId: "asc" },
    select: { role: true, alertMail: true, user: { select: { email: true } } },
  });
  return rows.map(({ role, alertMail, user }) => ({ email: user.email, role, alertMail }));
}

/** Undefined where there is no such member. */
export async function findAlertReader(
  data: Data,
  accountId: string,
  userId: string,
): Promise<AlertReader | undefined> {
  const row = await prisma(data).member.findUnique({
    where: { accountId_userId: { accountId, userId } },
    select: { role: true, alertMail: true, user: { select: { email: true } } },
  });
  return row ? { email: row.user.email, role: row.role, alertMail: row.alertMail } : undefined;
}

export async function chooseAlertMail(
  data: Data,
  accountId: string,
  userId: string,
  wanted: boolean,
): Promise<void> {
  await prisma(data).member.updateMany({ where: { accountId, userId }, data: { alertMail: wanted } });
}
