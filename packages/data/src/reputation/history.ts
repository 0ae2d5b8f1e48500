import type { Evidence, SuspensionCause } from "@sendex/core/reputation/standing";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { type AppealRow, listAppealsOf } from "./appeals";

/** A suspension that was lifted. */
export interface LiftedSuspension {
  id: string;
  cause: SuspensionCause;
  reason: string;
  createdAt: Date;
  liftedAt: Date | null;
  /** `operator:Ada`, `cli:…` and the user. */
  liftedBy: string | null;
  note: string | null;
}

/** A pause of a key or a template that was resumed. */
export interface ResumedPause {
  sourceId: string;
  kind: "key" | "template";
  reason: string;
  createdAt: Date;
  resumedAt: Date | null;
  /** `owner`, or as `liftedBy`. */
  resumedBy: string | null;
}

/** What is over of an account's standing; of each the latest first. */
export interface StandingHistory {
  suspensions: LiftedSuspension[];
  pauses: ResumedPause[];
}

/** A suspension, over or not, with what it rested on and its appeals, the latest first. */
export interface PastSuspension extends Omit<LiftedSuspension, "liftedBy"> {
  evidence: Evidence;
  appeals: AppealRow[];
}

/** The latest first. */
export async function listSuspensions(data: Data, accountId: string): Promise<PastSuspension[]> {
  const rows = await prisma(data).suspension.findMany({
    where: { accountId },
    omit: { accountId: true, liftedBy: true },
    orderBy: { id: "desc" },
    take: MOST,
  });
  const appeals = await listAppealsOf(
    data,
    accountId,
    rows.map(({ id }) => id),
  );
  // The parse boundary: only this package writes these columns.
  return rows.map((row) => ({
    ...row,
    cause: row.cause as SuspensionCause,
    evidence: row.evidence as Evidence,
    appeals: appeals.filter(({ suspensionId }) => suspensionId === row.id),
  }));
}

/** Of each the latest so many. */
const MOST = 50;

export async function readHistory(data: Data, accountId: string): Promise<StandingHistory> {
  const page = { orderBy: { id: "desc" }, take: MOST } as const;
  const [suspensions, pauses] = await Promise.all([
    prisma(data).suspension.findMany({
      where: { accountId, liftedAt: { not: null } },
      omit: { accountId: true, evidence: true },
      ...page,
    }),
    prisma(data).sourcePause.findMany({
      where: { accountId, resumedAt: { not: null } },
      omit: { accountId: true, id: true, evidence: true },
      ...page,
    }),
  ]);
  // The parse boundary: only this package writes these columns.
  return {
    suspensions: suspensions.map((row) => ({ ...row, cause: row.cause as SuspensionCause })),
    pauses: pauses.map((row) => ({ ...row, kind: row.kind as ResumedPause["kind"] })),
  };
}
