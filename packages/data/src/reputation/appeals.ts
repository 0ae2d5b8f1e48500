import type { Appeal, Suspension } from "../generated/client";
import type { Evidence, SuspensionCause } from "@sendex/core/reputation/standing";
import { tell, type Consequences } from "./standing";
import { text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { keyedTransaction } from "../database/transaction";

export interface SuspensionRow {
  accountId: string;
  id: string;
  cause: SuspensionCause;
  reason: string;
  evidence: Evidence;
  createdAt: Date;
}

export interface AppealRow {
  accountId: string;
  id: string;
  suspensionId: string;
  message: string;
  createdAt: Date;
  decision: "granted" | "denied" | "moot" | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  note: string | null;
}

/** The suspension that stands; undefined: none. */
export async function findSuspension(data: Data, accountId: string): Promise<SuspensionRow | undefined> {
  const row = await prisma(data).suspension.findFirst({ where: { accountId, liftedAt: null } });
  return row ? readSuspension(row) : undefined;
}

/** Against one suspension, the latest first. */
export async function listAppeals(data: Data, accountId: string, suspensionId: string): Promise<AppealRow[]> {
  const rows = await prisma(data).appeal.findMany({
    where: { accountId, suspensionId },
    orderBy: { id: "desc" },
  });
  return rows.map(readAppeal);
}

/** Against these suspensions, the latest first. */
export async function listAppealsOf(
  data: Data,
  accountId: string,
  suspensionIds: string[],
): Promise<AppealRow[]> {
  if (suspensionIds.length === 0) return [];
  const rows = await prisma(data).appeal.findMany({
    where: { accountId, suspensionId: { in: suspensionIds } },
    orderBy: { id: "desc" },
  });
  return rows.map(readAppeal);
}

/** Those that wait for a decision, the oldest first; `after` is an id. */
export async function openAppeals(data: Data, after: string, limit: number): Promise<AppealRow[]> {
  const rows = await prisma(data).appeal.findMany({
    where: { decidedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(readAppeal);
}

export async function findAppeal(data: Data, id: string): Promise<AppealRow | undefined> {
  const row = await prisma(data).appeal.findFirst({ where: { id } });
  return row ? readAppeal(row) : undefined;
}

/** Undefined where another is open already. */
export async function putAppeal(
  data: Data,
  appeal: Pick<AppealRow, "accountId" | "id" | "suspensionId" | "message" | "createdAt">,
): Promise<AppealRow | undefined> {
  const rows = await prisma(data).appeal.createManyAndReturn({ data: [appeal], skipDuplicates: true });
  return rows.map(readAppeal)[0];
}

/** Denies an appeal that is open; false where it was decided before. */
export async function denyAppeal(
  data: Data,
  { accountId, id, by, note }: Pick<AppealRow, "accountId" | "id" | "note"> & { by: string },
  told: Consequences,
  now: Date,
): Promise<boolean> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(DENY({ accountId, id, now, by, note }));
    if (rowCount !== 1) return false;
    await tell(client, told, now);
    return true;
  });
}

function readSuspension(row: Suspension): SuspensionRow {
  // The parse boundary, here and below: only this package writes these columns.
  return { ...row, cause: row.cause as SuspensionCause, evidence: row.evidence as Evidence };
}

function readAppeal(row: Appeal): AppealRow {
  return { ...row, decision: row.decision as AppealRow["decision"] };
}

const DENY = unpreparedStatement(
  { accountId: text, id: text, now: timestamptz, by: text, note: text.orNull },
  (p) => `
UPDATE appeals SET decision = 'denied', decided_at = ${p.now}, decided_by = ${p.by}, note = ${p.note}
WHERE account_id = ${p.accountId} AND id = ${p.id} AND decided_at IS NULL`,
);
