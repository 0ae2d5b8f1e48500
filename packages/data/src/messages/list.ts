import { domainOf } from "@sendex/core/accepting/address";
import type { StoredMessage } from "@sendex/core/messages/stored";
import type { StatusCondition, StatusFilter } from "@sendex/core/messages/status-filter";
import { readMessages } from "./read";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

export interface MessageFilter {
  status?: StatusFilter;
  /** A bare address, in any case. */
  recipient?: string;
  /** A bare address, in any case. */
  sender?: string;
  tag?: { name: string; value: string };
  /** A field at the top, and its value as text: a string, a number, true, false or null. */
  metadata?: { name: string; value: string };
  /** Ids, not times: a message's id says when it was made. */
  from?: string;
  before?: string;
  after?: string;
  until?: string;
  /** Part of the subject; see `MAX_SUBJECTS`. */
  q?: string;
  limit: number;
}

/** Of what has a status by one recipient, so many for each that the page wants. */
const CANDIDATES = 4;
/** Before a tag, metadata or a status is looked for everywhere: so many of the newest messages for each that the page wants. */
const LOOKED_AT = 20;
/**
 * No index knows parts of subjects: so many messages, from the cursor on, are looked through. Where an address, a tag
 * or metadata narrows the list by an index, all of them are.
 */
const MAX_SUBJECTS = 50_000;

/** A page of an account's messages, newest first; with `before`, the page that comes just before that id. */
export async function listMessages(
  data: Data,
  accountId: string,
  filter: MessageFilter,
): Promise<{ data: StoredMessage[]; hasMore: boolean }> {
  const backwards = filter.before !== undefined;
  const rows =
    (await withStatus(data, accountId, filter, backwards)) ??
    (await nearby(data, accountId, filter)) ??
    (await ask(data, query(accountId, filter, backwards, mostSubjects(filter))));
  const ids = rows.slice(0, filter.limit).map(({ id }) => id);
  if (backwards) ids.reverse();
  return { data: await readMessages(data, accountId, ids), hasMore: rows.length > filter.limit };
}

interface Query {
  text: string;
  values: unknown[];
}

async function ask(data: Data, { text, values }: Query): Promise<{ id: string }[]> {
  return (await plain(data).query<{ id: string }>(text, values)).rows;
}

/**
 * A status alone is found by its recipients' index, in the order of the list, however much of another status is newer.
 * What a message shows depends on all of its recipients, so some that have one of these do not show it; undefined where
 * those that were looked at do not fill the page.
 */
async function withStatus(
  data: Data,
  accountId: string,
  filter: MessageFilter,
  backwards: boolean,
): Promise<{ id: string }[] | undefined> {
  const { status, tag, metadata, recipient, sender, q, limit } = filter;
  if (!status || (tag ?? metadata ?? recipient ?? sender ?? q) !== undefined) return undefined;
  const most = CANDIDATES * (limit + 1);
  const { rows: found } = await plain(data).query<Candidate>(candidates(accountId, filter, backwards, most));
  const { ids, all } = inReach(found, most, backwards);
  const rows = ids.length > 0 ? await ask(data, query(accountId, { ...filter, ids }, backwards)) : [];
  return rows.length > limit || all ? rows : undefined;
}

interface Candidate {
  id: string;
  status: string;
}

/**
 * The messages found, up to where one status was cut off: beyond, others of it may come first. `all`: none was.
 * A message of many recipients is found many times.
 */
function inReach(found: Candidate[], most: number, backwards: boolean): { ids: string[]; all: boolean } {
  const lists = new Map<string, string[]>();
  for (const { id, status } of found) lists.set(status, [...(lists.get(status) ?? []), id]);
  const ends = [...lists.values()].flatMap((ids) => (ids.length < most ? [] : ids.slice(-1)));
  const within = (id: string): boolean => ends.every((end) => (backwards ? id <= end : id >= end));
  return { ids: [...new Set(found.map(({ id }) => id))].filter(within), all: ends.length === 0 };
}

/** The next messages of which any recipient has one of the statuses that are looked for. */
function candidates(accountId: string, filter: MessageFilter, backwards: boolean, most: number): Query {
  const values: unknown[] = [accountId, most];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const order = backwards ? "ASC" : "DESC";
  const range = rangeOf("r.message_id", filter, bind)
    .map((condition) => ` AND ${condition}`)
    .join("");
  const statuses = [...new Set(filter.status?.some.flatMap((some) => some.statuses))];
  // Each part is in the order of the list, and so is each status among the rows.
  const parts = statuses.map(
    (status) =>
      `(SELECT r.message_id AS id, r.status FROM recipients r WHERE r.account_id = $1 AND r.status = ${bind(status)}${range}
        ORDER BY r.message_id ${order} LIMIT $2)`,
  );
  return { text: parts.join(" UNION ALL "), values };
}

/**
 * The indexes of tags, metadata and statuses answer with every message that has one: dear for what many have, and
 * those are found among the newest. Undefined where these do not fill the page.
 */
async function nearby(
  data: Data,
  accountId: string,
  filter: MessageFilter,
): Promise<{ id: string }[] | undefined> {
  if ((filter.tag ?? filter.metadata ?? filter.status) === undefined || filter.before !== undefined)
    return undefined;
  const rows = await ask(data, query(accountId, filter, false, LOOKED_AT * (filter.limit + 1)));
  return rows.length > filter.limit ? rows : undefined;
}

function mostSubjects({ q, recipient, tag, metadata }: MessageFilter): number | undefined {
  return q !== undefined && (recipient ?? tag ?? metadata) === undefined ? MAX_SUBJECTS : undefined;
}

/** Which ids the page may have. */
function rangeOf(
  id: string,
  { after, before, from, until }: MessageFilter,
  bind: (value: unknown) => string,
): string[] {
  return [
    ...(after === undefined ? [] : [`${id} < ${bind(after)}`]),
    ...(before === undefined ? [] : [`${id} > ${bind(before)}`]),
    ...(from === undefined ? [] : [`${id} >= ${bind(from)}`]),
    ...(until === undefined ? [] : [`${id} < ${bind(until)}`]),
  ];
}

/** With `among`, only so many messages are looked at, from the cursor on. */
function query(
  accountId: string,
  filter: MessageFilter & { ids?: string[] },
  backwards: boolean,
  among?: number,
): Query {
  const values: unknown[] = [accountId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const range = ["m.account_id = $1", ...rangeOf("m.id", filter, bind)];
  if (filter.ids) range.push(`m.id = ANY (${bind(filter.ids)}::text[])`);
  const where: string[] = [];
  if (filter.sender !== undefined) {
    const sender = filter.sender.toLowerCase();
    // Stored in lower case; the domain has an index.
    where.push(`m.from_domain = ${bind(domainOf(sender))}`, `m.from_address = ${bind(sender)}`);
  }
  if (filter.tag !== undefined) where.push(`m.tags @> ${bind(JSON.stringify([filter.tag]))}::jsonb`);
  if (filter.metadata !== undefined) where.push(hasField(filter.metadata, bind));
  if (filter.q !== undefined) where.push(`m.subject ILIKE ${bind(`%${escapeLike(filter.q)}%`)}`);
  if (filter.recipient !== undefined)
    where.push(`EXISTS (${recipients(`lower(r.address) = lower(${bind(filter.recipient)})`)})`);
  if (filter.status) {
    where.push(`EXISTS (${recipients(anyOf(filter.status.some, bind))})`);
    if (filter.status.none.length > 0)
      where.push(`NOT EXISTS (${recipients(anyOf(filter.status.none, bind))})`);
  }
  const order = backwards ? "ASC" : "DESC";
  const source = `FROM messages m WHERE ${range.join(" AND ")}`;
  const rows =
    among === undefined
      ? source
      : `FROM (SELECT m.* ${source} ORDER BY m.id ${order} LIMIT ${bind(among)}) m WHERE true`;
  const conditions = where.map((condition) => ` AND ${condition}`).join("");
  return {
    text: `SELECT m.id ${rows}${conditions} ORDER BY m.id ${order} LIMIT ${bind(filter.limit + 1)}`,
    values,
  };
}

/** The first condition is the index's own. A value that reads as JSON may have been given as that, or as text. */
function hasField(
  { name, value }: NonNullable<MessageFilter["metadata"]>,
  bind: (value: unknown) => string,
): string {
  const forms = [JSON.stringify(value)];
  if (/^(?:true|false|null|-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?)$/.test(value)) forms.push(value);
  const contains = forms.map((form) => `m.metadata @> ${bind(`{${JSON.stringify(name)}:${form}}`)}::jsonb`);
  return `m.metadata <> '{}'::jsonb AND (${contains.join(" OR ")})`;
}

function recipients(condition: string): string {
  return `SELECT 1 FROM recipients r WHERE r.account_id = m.account_id AND r.message_id = m.id AND (${condition})`;
}

function anyOf(conditions: StatusCondition[], bind: (value: unknown) => string): string {
  return conditions
    .map(({ statuses, waiting, exhausted }) => {
      const parts = [`r.status = ANY (${bind(statuses)}::text[])`];
      if (waiting !== undefined) parts.push(`(r.ladder_step > 0) = ${bind(waiting)}`);
      if (exhausted !== undefined)
        parts.push(
          `(r.reason IS NOT DISTINCT FROM 'retries_exhausted' AND m.dialect = 'sendarix') = ${bind(exhausted)}`,
        );
      return `(${parts.join(" AND ")})`;
    })
    .join(" OR ");
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
