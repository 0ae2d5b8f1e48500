import type { SegmentRule } from "@sendex/core/audiences/rule";
import type { Mode } from "@sendex/core/accepting/message";
import { arrayOf, mode as modeType, text } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plainOr, type Transaction } from "../database/transaction";
import { prisma } from "../database/pools";
import { Prisma } from "../generated/client";
import { inPages, type Page, type Paged } from "./page";

/** Whose contacts: an account's of live mail, or those of test mail. */
export interface AudienceOwner {
  accountId: string;
  mode: Mode;
}

export interface SegmentRow {
  id: string;
  name: string;
  /** Who belongs to it; null: those who are put in it. */
  rule: SegmentRule | null;
  createdAt: Date;
}

const SHOWN = { id: true, name: true, rule: true, createdAt: true } as const;

export async function listSegments(
  data: Data,
  { accountId, mode }: AudienceOwner,
  page: Page,
): Promise<Paged<SegmentRow>> {
  return inPages(page, (part) =>
    prisma(data)
      .segment.findMany({
        where: { accountId, mode, ...part.where },
        orderBy: part.orderBy,
        take: part.take,
        select: SHOWN,
      })
      .then((rows) => rows.map(readSegment)),
  );
}

export async function findSegment(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
): Promise<SegmentRow | undefined> {
  const row = await prisma(data).segment.findUnique({
    where: { accountId_mode_id: { accountId, mode, id } },
    select: SHOWN,
  });
  return row ? readSegment(row) : undefined;
}

export async function countSegments(data: Data, { accountId, mode }: AudienceOwner): Promise<number> {
  return prisma(data).segment.count({ where: { accountId, mode } });
}

export async function insertSegment(
  data: Data,
  { accountId, mode }: AudienceOwner,
  { rule, ...segment }: SegmentRow,
): Promise<void> {
  await prisma(data).segment.create({ data: { accountId, mode, ...segment, rule: storedRule(rule) } });
}

/** What is absent stays. A list stays a list. */
export interface SegmentChange {
  name?: string;
  rule?: SegmentRule;
}

export async function updateSegment(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
  { name, rule }: SegmentChange,
): Promise<boolean> {
  const change = {
    ...(name !== undefined && { name }),
    ...(rule !== undefined && { rule: storedRule(rule) }),
  };
  const { count } = await prisma(data).segment.updateMany({ where: { accountId, mode, id }, data: change });
  return count === 1;
}

function storedRule(rule: SegmentRule | null) {
  // Prisma's type of JSON takes no interfaces.
  return rule === null ? Prisma.DbNull : ({ ...rule } as Record<string, unknown> as Prisma.InputJsonObject);
}

/** With its list; the contacts stay. */
export async function deleteSegment(client: Transaction, owner: AudienceOwner, id: string): Promise<boolean> {
  const { rowCount } = await client.query(DELETE({ ...owner, id }));
  if (rowCount === 1) await client.query(EMPTY({ accountId: owner.accountId, id }));
  return rowCount === 1;
}

/** Those of these that there are, and that contacts can be put in. */
export async function knownSegments(
  where: Data | Transaction,
  owner: AudienceOwner,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await plainOr(where).query<{ id: string }>(KNOWN({ ...owner, ids }));
  return new Set(rows.map(({ id }) => id));
}

/** All lists of the account's: there are at most 1,000 segments. */
export async function allLists(data: Data, { accountId, mode }: AudienceOwner): Promise<Set<string>> {
  const rows = await prisma(data).segment.findMany({
    where: { accountId, mode, rule: { equals: Prisma.DbNull } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Puts contacts in segments, each in each; those that are there already stay. */
export async function addToSegments(
  client: Transaction,
  accountId: string,
  contactIds: readonly string[],
  segmentIds: readonly string[],
): Promise<void> {
  if (contactIds.length > 0 && segmentIds.length > 0)
    await client.query(ADD({ accountId, contactIds, segmentIds }));
}

/** Whether it was in it. */
export async function removeFromSegment(
  data: Data,
  accountId: string,
  contactId: string,
  segmentId: string,
): Promise<boolean> {
  const { count } = await prisma(data).segmentContact.deleteMany({
    where: { accountId, contactId, segmentId },
  });
  return count === 1;
}

/** The segments that a contact is in, newest first. */
export async function segmentsOf(
  data: Data,
  { accountId, mode }: AudienceOwner,
  contactId: string,
  page: Page,
): Promise<Paged<SegmentRow>> {
  const inside = await prisma(data).segmentContact.findMany({
    where: { accountId, contactId },
    select: { segmentId: true },
  });
  const ids = inside.map(({ segmentId }) => segmentId);
  return inPages(page, (part) =>
    prisma(data)
      .segment.findMany({
        where: { AND: [{ accountId, mode, id: { in: ids } }, part.where] },
        orderBy: part.orderBy,
        take: part.take,
        select: SHOWN,
      })
      .then((rows) => rows.map(readSegment)),
  );
}

/** The parse boundary: a rule is written only once it is checked. */
function readSegment({ rule, ...row }: Omit<SegmentRow, "rule"> & { rule: unknown }): SegmentRow {
  return { ...row, rule: rule === null ? null : (rule as SegmentRule) };
}

const DELETE = unpreparedStatement(
  { accountId: text, mode: modeType, id: text },
  (p) => `DELETE FROM segments WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id}`,
);

const EMPTY = unpreparedStatement(
  { accountId: text, id: text },
  (p) => `DELETE FROM segment_contacts WHERE account_id = ${p.accountId} AND segment_id = ${p.id}`,
);

const KNOWN = unpreparedStatement(
  { accountId: text, mode: modeType, ids: arrayOf(text) },
  (p) =>
    `SELECT id FROM segments WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND rule IS NULL AND id = ANY (${p.ids}::text[])`,
);

const ADD = unpreparedStatement(
  { accountId: text, contactIds: arrayOf(text), segmentIds: arrayOf(text) },
  (p) => `
INSERT INTO segment_contacts (account_id, segment_id, contact_id)
SELECT ${p.accountId}, s.id, c.id FROM unnest(${p.segmentIds}::text[]) s(id) CROSS JOIN unnest(${p.contactIds}::text[]) c(id)
ORDER BY s.id, c.id
ON CONFLICT DO NOTHING`,
);
