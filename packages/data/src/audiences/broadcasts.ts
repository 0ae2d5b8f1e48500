import type { Mode } from "@sendex/core/accepting/message";
import type { Blocks } from "@sendex/core/templates/blocks/blocks";
import { storedBlocks } from "@sendex/core/templates/blocks/read";
import type { BroadcastReason, BroadcastState, Tempo } from "@sendex/core/audiences/broadcast";
import type { SubjectTest, TestState, Variant } from "@sendex/core/audiences/subject-test";
import { type Broadcast, Prisma } from "../generated/client";
import { arrayOf, mode as modeType, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { plainOr, type Transaction } from "../database/transaction";
import { blocksColumn } from "../templates/columns";
import { inPages, type Page, type Paged } from "./page";
import type { AudienceOwner } from "./segments";

/** What a broadcast says, and to whom. */
export interface BroadcastWords {
  name: string;
  segmentId: string | null;
  topicId: string | null;
  /** A mailbox as it is shown. */
  from: string | null;
  replyTo: string[];
  subject: string | null;
  previewText: string | null;
  html: string | null;
  /** What the HTML was made from, where it was. */
  blocks: Blocks | null;
  text: string | null;
  /** Mails an hour; null: as fast as mail goes. */
  perHour: number | null;
  /** Of the segment's contacts only those that none of these broadcasts reached; empty: all. */
  notReachedBy: string[];
  /** A second subject, tried against the first. */
  subjectTest: SubjectTest | null;
}

export interface BroadcastRow extends BroadcastWords, TestState {
  accountId: string;
  mode: Mode;
  id: string;
  state: BroadcastState;
  reason: BroadcastReason | null;
  createdAt: Date;
  updatedAt: Date;
  scheduledAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** The last contact that was looked at; empty: none was. */
  cursor: string;
  /** There is no further contact. */
  exhausted: boolean;
  /** Mails that were made, and contacts that were passed over: they had left, or cannot be written to. */
  made: number;
  skipped: number;
  /** Its mails before this one have all been tried. */
  firstOpen: string | null;
  tempo: Tempo;
  /** Its owner had it go on in spite of bounces. */
  breakerOff: boolean;
  /** Mails of the test, once all of them were tried. */
  testMails: number;
}

export async function listBroadcasts(
  data: Data,
  { accountId, mode }: AudienceOwner,
  page: Page,
): Promise<Paged<BroadcastRow>> {
  const { data: rows, hasMore } = await inPages(page, (part) =>
    prisma(data).broadcast.findMany({
      where: { accountId, mode, ...part.where },
      orderBy: part.orderBy,
      take: part.take,
      // A page of these may be a hundred long mails, and a list shows none.
      omit: { html: true, text: true, blocks: true },
    }),
  );
  return {
    data: rows.map((row) => readBroadcast({ ...row, html: null, text: null, blocks: null })),
    hasMore,
  };
}

export async function findBroadcast(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
): Promise<BroadcastRow | undefined> {
  const row = await prisma(data).broadcast.findUnique({
    where: { accountId_mode_id: { accountId, mode, id } },
  });
  return row ? readBroadcast(row) : undefined;
}

export async function countBroadcasts(data: Data, { accountId, mode }: AudienceOwner): Promise<number> {
  return prisma(data).broadcast.count({ where: { accountId, mode } });
}

export async function insertBroadcast(
  data: Data,
  { accountId, mode }: AudienceOwner,
  { id, createdAt, ...words }: BroadcastWords & { id: string; createdAt: Date },
): Promise<void> {
  await prisma(data).broadcast.create({
    data: { accountId, mode, id, state: "draft", ...columnsOf(words), createdAt, updatedAt: createdAt },
  });
}

/** False where it is not in one of these states. */
export async function updateBroadcast(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
  { words, from, now }: { words: Partial<BroadcastWords>; from: readonly BroadcastState[]; now: Date },
): Promise<boolean> {
  const { count } = await prisma(data).broadcast.updateMany({
    where: { accountId, mode, id, state: { in: [...from] } },
    data: { ...columnsOf(words), updatedAt: now },
  });
  return count === 1;
}

/** In JSON, null is a value of its own. */
function columnsOf<Words extends Partial<BroadcastWords>>({ subjectTest, blocks, ...words }: Words) {
  return {
    ...words,
    ...(blocks !== undefined && { blocks: blocksColumn(blocks) }),
    ...(subjectTest !== undefined && { subjectTest: subjectTest ? { ...subjectTest } : Prisma.DbNull }),
  };
}

/** Its mails stay. False where it is not in one of these states. */
export async function deleteBroadcast(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
  from: readonly BroadcastState[],
): Promise<boolean> {
  const { count } = await prisma(data).broadcast.deleteMany({
    where: { accountId, mode, id, state: { in: [...from] } },
  });
  return count === 1;
}

/** A move from one of some states to another. */
export interface BroadcastMove {
  from: readonly BroadcastState[];
  to: BroadcastState;
  reason: BroadcastReason | null;
  /** When the scheduler looks at it next; null: not by itself. */
  turnAt: Date | null;
  now: Date;
}

/** Moves a broadcast by compare-and-set; undefined where it was in none of the states. It is locked until the transaction ends. */
export async function moveBroadcast(
  where: Data | Transaction,
  { accountId, mode }: AudienceOwner,
  id: string,
  { from, to, reason, turnAt, now }: BroadcastMove,
): Promise<BroadcastRow | undefined> {
  const asked = { accountId, mode, id, from, to, reason, turnAt, now };
  const { rows } = await plainOr(where).query<Broadcast>(MOVE(asked));
  return rows[0] && readBroadcast(rows[0]);
}

/** From here on no mail of a paused broadcast is claimed, nor of one that is being cancelled. */
export async function stopClaims(client: Transaction, accountId: string, id: string): Promise<void> {
  await client.query(STOP_CLAIMS({ accountId, id }));
}

export async function allowClaims(client: Transaction, accountId: string, id: string): Promise<void> {
  await client.query(ALLOW_CLAIMS({ accountId, id }));
}

function readBroadcast({ pacedSince, pacedMade, turnAt: _, blocks, ...row }: Broadcast): BroadcastRow {
  return {
    ...row,
    blocks: storedBlocks(blocks),
    // The parse boundary: only moves write these.
    state: row.state as BroadcastState,
    reason: row.reason as BroadcastReason | null,
    subjectTest: row.subjectTest as SubjectTest | null,
    winner: row.winner as Variant | null,
    tempo: {
      perHour: row.perHour,
      since: pacedSince ?? row.startedAt ?? row.createdAt,
      madeThen: pacedMade,
    },
  };
}

/** The table's columns, named as Prisma has them. */
const COLUMNS = `account_id AS "accountId", mode, id, name, state, reason, segment_id AS "segmentId", topic_id AS "topicId", from_header AS "from",
  reply_to AS "replyTo", subject, preview_text AS "previewText", html, text, blocks, per_hour AS "perHour", created_at AS "createdAt", updated_at AS "updatedAt",
  scheduled_at AS "scheduledAt", started_at AS "startedAt", ended_at AS "endedAt", turn_at AS "turnAt", cursor, exhausted, made, skipped,
  first_open AS "firstOpen", paced_since AS "pacedSince", paced_made AS "pacedMade", breaker_off AS "breakerOff", subject_test AS "subjectTest",
  test_ended_at AS "testEndedAt", test_mails AS "testMails", winner, not_reached_by AS "notReachedBy"`;

// A tempo begins where the broadcast begins or goes on: what it did not make while it was paused is not made up for.
const MOVE = unpreparedStatement(
  {
    accountId: text,
    mode: modeType,
    id: text,
    from: arrayOf(text),
    to: text,
    reason: text.orNull,
    turnAt: timestamptz.orNull,
    now: timestamptz,
  },
  (p) => `
UPDATE broadcasts SET state = ${p.to}, reason = ${p.reason}, turn_at = ${p.turnAt}, updated_at = ${p.now},
  scheduled_at = CASE ${p.to} WHEN 'queued' THEN ${p.turnAt} WHEN 'draft' THEN NULL ELSE scheduled_at END,
  started_at = CASE WHEN ${p.to} = 'sending' THEN COALESCE(started_at, ${p.now}) ELSE started_at END,
  paced_since = CASE WHEN ${p.to} = 'sending' THEN ${p.now} ELSE paced_since END,
  paced_made = CASE WHEN ${p.to} = 'sending' THEN made ELSE paced_made END,
  breaker_off = breaker_off OR (${p.to} = 'sending' AND reason = 'many_bounces') IS TRUE,
  ended_at = CASE WHEN ${p.to} IN ('sent', 'cancelled', 'failed') THEN ${p.now} ELSE NULL END
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND state = ANY (${p.from}::text[])
RETURNING ${COLUMNS}`,
);

const STOP_CLAIMS = unpreparedStatement(
  { accountId: text, id: text },
  (p) => `
UPDATE accounts SET paused_sources = array_append(array_remove(paused_sources, ${p.id}), ${p.id}) WHERE id = ${p.accountId}`,
);

const ALLOW_CLAIMS = unpreparedStatement(
  { accountId: text, id: text },
  (p) =>
    `UPDATE accounts SET paused_sources = array_remove(paused_sources, ${p.id}) WHERE id = ${p.accountId}`,
);
