import type { Evidence } from "@sendex/core/reputation/standing";
import type { SourcePause } from "../generated/client";
import { tell, type Consequences } from "./standing";
import { text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { keyedTransaction } from "../database/transaction";

export interface NewPause {
  accountId: string;
  id: string;
  kind: "key" | "template";
  sourceId: string;
  reason: string;
  evidence: Evidence;
}

export interface PauseRow extends NewPause {
  createdAt: Date;
}

/** Pauses a key or a template: from this commit on its mail is neither accepted nor claimed. False where it is paused. */
export async function pauseSource(
  data: Data,
  pause: NewPause,
  told: Consequences,
  now: Date,
): Promise<boolean> {
  return keyedTransaction(data, async (client) => {
    const { accountId, sourceId } = pause;
    const { rowCount } = await client.query(
      PAUSE({ ...pause, evidence: JSON.stringify(pause.evidence), now }),
    );
    if (rowCount !== 1) return false;
    await client.query(ADD_PAUSED({ accountId, sourceId }));
    await tell(client, told, now);
    return true;
  });
}

/** False where it is not paused. */
export async function resumeSource(
  data: Data,
  { accountId, sourceId, by }: { accountId: string; sourceId: string; by: string },
  told: Consequences,
  now: Date,
): Promise<boolean> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(RESUME({ accountId, sourceId, now, by }));
    if (rowCount !== 1) return false;
    await client.query(REMOVE_PAUSED({ accountId, sourceId }));
    await tell(client, told, now);
    return true;
  });
}

/** What is paused now, the latest first. */
export async function listPauses(data: Data, accountId: string): Promise<PauseRow[]> {
  const rows = await prisma(data).sourcePause.findMany({
    where: { accountId, resumedAt: null },
    orderBy: { id: "desc" },
  });
  return rows.map(readPause);
}

/** What its owner calls a source; null: nothing any more. */
export async function nameOfSource(
  data: Data,
  accountId: string,
  { kind, id }: { kind: "key" | "template"; id: string },
): Promise<string | null> {
  const where = { accountId_id: { accountId, id } };
  const row =
    kind === "key"
      ? await prisma(data).apiKey.findUnique({ where, select: { name: true } })
      : await prisma(data).template.findUnique({ where, select: { name: true } });
  return row?.name ?? null;
}

function readPause(row: SourcePause): PauseRow {
  // The parse boundary: only pauseSource writes these.
  const kind = row.kind as NewPause["kind"];
  return { ...row, kind, evidence: row.evidence as Evidence };
}

const PAUSE = unpreparedStatement(
  {
    accountId: text,
    id: text,
    kind: text,
    sourceId: text,
    reason: text,
    evidence: text,
    now: timestamptz,
  },
  ({ accountId, id, kind, sourceId, reason, evidence, now }) => `
INSERT INTO source_pauses (account_id, id, kind, source_id, reason, evidence, created_at)
VALUES (${accountId}, ${id}, ${kind}, ${sourceId}, ${reason}, ${evidence}::text::jsonb, ${now}) ON CONFLICT DO NOTHING`,
);

const ADD_PAUSED = unpreparedStatement(
  { accountId: text, sourceId: text },
  (p) => `
UPDATE accounts SET paused_sources = array_append(array_remove(paused_sources, ${p.sourceId}), ${p.sourceId})
WHERE id = ${p.accountId}`,
);

const RESUME = unpreparedStatement(
  { accountId: text, sourceId: text, now: timestamptz, by: text },
  (p) => `
UPDATE source_pauses SET resumed_at = ${p.now}, resumed_by = ${p.by}
WHERE account_id = ${p.accountId} AND source_id = ${p.sourceId} AND resumed_at IS NULL`,
);

const REMOVE_PAUSED = unpreparedStatement(
  { accountId: text, sourceId: text },
  (p) => `
UPDATE accounts SET paused_sources = array_remove(paused_sources, ${p.sourceId})
WHERE id = ${p.accountId}`,
);
