import type { AlertKind, AlertStatus } from "@sendex/core/alerts/kinds";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { type AlertRow, readAlert } from "./rows";

export interface AlertFilter {
  limit: number;
  /** Ids. */
  after?: string;
  before?: string;
  status?: AlertStatus;
  kind?: AlertKind;
}

/** Of one account, newest first. */
export async function listAlerts(
  data: Data,
  accountId: string,
  { limit, after, before, status, kind }: AlertFilter,
): Promise<{ data: AlertRow[]; hasMore: boolean }> {
  const found = await prisma(data).alert.findMany({
    where: {
      accountId,
      id: { ...(after ? { lt: after } : {}), ...(before ? { gt: before } : {}) },
      ...(status && WHERE[status]),
      ...(kind && { kind }),
    },
    orderBy: { id: before ? "asc" : "desc" },
    take: limit + 1,
  });
  const rows = found.slice(0, limit).map(readAlert);
  return { data: before ? rows.reverse() : rows, hasMore: found.length > limit };
}

export async function findAlert(data: Data, accountId: string, id: string): Promise<AlertRow | undefined> {
  const row = await prisma(data).alert.findUnique({ where: { accountId_id: { accountId, id } } });
  return row ? readAlert(row) : undefined;
}

/** Those that nobody has acknowledged, the oldest first; without those of a kind. */
export async function openAlertsOf(
  data: Data,
  accountId: string,
  { but, limit }: { but: AlertKind; limit: number },
): Promise<AlertRow[]> {
  const rows = await prisma(data).alert.findMany({
    where: { accountId, ...WHERE.open, kind: { not: but } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(readAlert);
}

/** Notes who looks after an alert that is open; one that somebody looks after already stays theirs. */
export async function acknowledgeAlert(
  data: Data,
  { accountId, id, by }: { accountId: string; id: string; by: string },
  now: Date,
): Promise<void> {
  await prisma(data).alert.updateMany({
    where: { accountId, id, ...WHERE.open },
    data: { acknowledgedAt: now, acknowledgedBy: by },
  });
}

const WHERE = {
  open: { closedAt: null, acknowledgedAt: null },
  acknowledged: { closedAt: null, acknowledgedAt: { not: null } },
  closed: { closedAt: { not: null } },
} as const;
