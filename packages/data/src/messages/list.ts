import type { QueryConfig } from "pg";
import { domainOf } from "@sendex/core/accepting/address";
import type { Mode } from "@sendex/core/accepting/message";
import type { StoredMessage } from "@sendex/core/messages/stored";
import type { StatusCondition, StatusFilter } from "@sendex/core/messages/status-filter";
import { readMessages } from "./read";
import { arrayOf, bigint, boolean, jsonb, text } from "../database/parameters";
import { composed, type Place } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

export interface MessageFilter {
  mode: Mode;
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
    (await ask(data, accountId, filter, backwards, mostSubjects(filter)));
  const ids = rows.slice(0, filter.limit).map(({ id }) => id);
  if (backwards) ids.reverse();
  return { data: await readMessages(data, accountId, ids), hasMore: rows.length > filter.limit };
}

/** With `among`, only so many messages are looked at, from the cursor on. */
async function ask(
  data: Data,
  accountId: string,
  filter: MessageFilter & { ids?: string[] },
  backwards: boolean,
  among?: number,
): Promise<{ id: string }[]> {
  return (await plain(data).query<{ id: string }>(query(accountId, filter, backwards, among))).rows;
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
  const rows = ids.length > 0 ? await ask(data, accountId, { ...filter, ids }, backwards) : [];
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
function candidates(accountId: string, filter: MessageFilter, backwards: boolean, most: number): QueryConfig {
  const order = backwards ? "ASC" : "DESC";
  const statuses = [...new Set(filter.status?.some.flatMap((some) => some.statuses))];
  return composed((place) => {
    const [account, limit] = [place(text, accountId), place(bigint, most)];
    const range = and(rangeOf("r.message_id", filter, place));
    // Each part is in the order of the list, and so is each status among the rows.
    const parts = statuses.map(
      (status) =>
        `(SELECT r.message_id AS id, r.status FROM recipients r WHERE r.account_id = ${account} AND r.status = ${place(text, status)}${range}
          ORDER BY r.message_id ${order} LIMIT ${limit})`,
    );
    return parts.join(" UNION ALL ");
  });
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
  const rows = await ask(data, accountId, filter, false, LOOKED_AT * (filter.limit + 1));
  return rows.length > filter.limit ? rows : undefined;
}

function mostSubjects({ q, recipient, tag, metadata }: MessageFilter): number | undefined {
  return q !== undefined && (recipient ?? tag ?? metadata) === undefined ? MAX_SUBJECTS : undefined;
}

/** Which ids the page may have. */
function rangeOf(id: string, { after, before, from, until }: MessageFilter, place: Place): string[] {
  return [
    ...(after === undefined ? [] : [`${id} < ${place(text, after)}`]),
    ...(before === undefined ? [] : [`${id} > ${place(text, before)}`]),
    ...(from === undefined ? [] : [`${id} >= ${place(text, from)}`]),
    ...(until === undefined ? [] : [`${id} < ${place(text, until)}`]),
  ];
}

/**
 * Composed of the conditions that are asked for: with all of them in one text, each to be met or null, PostgreSQL would
 * not join recipients for `EXISTS` within `OR`, but look for them message by message.
 */
function query(
  accountId: string,
  filter: MessageFilter & { ids?: string[] },
  backwards: boolean,
  among?: number,
): QueryConfig {
  const order = backwards ? "ASC" : "DESC";
  return composed((place) => {
    const range = [`m.account_id = ${place(text, accountId)}`, ...rangeOf("m.id", filter, place)];
    if (filter.ids) range.push(`m.id = ANY (${place(arrayOf(text), filter.ids)}::text[])`);
    const source = `FROM messages m WHERE ${range.join(" AND ")}`;
    const rows =
      among === undefined
        ? source
        : `FROM (SELECT m.* ${source} ORDER BY m.id ${order} LIMIT ${place(bigint, among)}) m WHERE true`;
    const where = and(conditions(filter, place));
    return `SELECT m.id ${rows}${where} ORDER BY m.id ${order} LIMIT ${place(bigint, filter.limit + 1)}`;
  });
}

/** Of what a message is, beside its id. */
function conditions(filter: MessageFilter, place: Place): string[] {
  // Written out, so that the index of test mail is known to hold it.
  const where = [filter.mode === "test" ? "m.mode = 'test'" : "m.mode = 'live'"];
  if (filter.sender !== undefined) {
    const sender = filter.sender.toLowerCase();
    // Stored in lower case; the domain has an index.
    where.push(`m.from_domain = ${place(text, domainOf(sender))}`, `m.from_address = ${place(text, sender)}`);
  }
  if (filter.tag !== undefined) where.push(`m.tags @> ${place(jsonb, JSON.stringify([filter.tag]))}::jsonb`);
  if (filter.metadata !== undefined) where.push(hasField(filter.metadata, place));
  if (filter.q !== undefined)
    where.push(`m.subject COLLATE "pg_c_utf8" ILIKE ${place(text, `%${escapeLike(filter.q)}%`)}`);
  if (filter.recipient !== undefined)
    where.push(`EXISTS (${recipients(`lower(r.address) = lower(${place(text, filter.recipient)})`)})`);
  if (filter.status) {
    where.push(`EXISTS (${recipients(anyOf(filter.status.some, place))})`);
    if (filter.status.none.length > 0)
      where.push(`NOT EXISTS (${recipients(anyOf(filter.status.none, place))})`);
  }
  return where;
}

function and(conditions: string[]): string {
  return conditions.map((condition) => ` AND ${condition}`).join("");
}

/** The first condition is the index's own. A value that reads as JSON may have been given as that, or as text. */
function hasField({ name, value }: NonNullable<MessageFilter["metadata"]>, place: Place): string {
  const forms = [JSON.stringify(value)];
  if (/^(?:true|false|null|-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?)$/.test(value)) forms.push(value);
  const contains = forms.map(
    (form) => `m.metadata @> ${place(jsonb, `{${JSON.stringify(name)}:${form}}`)}::jsonb`,
  );
  return `m.metadata <> '{}'::jsonb AND (${contains.join(" OR ")})`;
}

function recipients(condition: string): string {
  return `SELECT 1 FROM recipients r WHERE r.account_id = m.account_id AND r.message_id = m.id AND (${condition})`;
}

function anyOf(conditions: StatusCondition[], place: Place): string {
  return conditions
    .map(({ statuses, waiting, exhausted }) => {
      const parts = [`r.status = ANY (${place(arrayOf(text), statuses)}::text[])`];
      if (waiting !== undefined) parts.push(`(r.ladder_step > 0) = ${place(boolean, waiting)}`);
      if (exhausted !== undefined)
        parts.push(
          `(r.reason IS NOT DISTINCT FROM 'retries_exhausted' AND m.dialect = 'sendarix') = ${place(boolean, exhausted)}`,
        );
      return `(${parts.join(" AND ")})`;
    })
    .join(" OR ");
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
