import type { QueryConfig } from "pg";
import type { Tag } from "@sendex/core/accepting/message";
import type { StoredMessage } from "@sendex/core/messages/stored";
import { and, conditions, type MessageFilter, rangeOf } from "./list-conditions";
import { readMessages } from "./read";
import { arrayOf, bigint, text } from "../database/parameters";
import { composed } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** Of what has a status by one recipient, so many for each that the page wants. */
const CANDIDATES = 4;
/** Before metadata or a status is looked for everywhere: so many of the newest messages for each that the page wants. */
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
    (await withTag(data, accountId, filter, backwards)) ??
    (await withStatus(data, accountId, filter, backwards)) ??
    (await nearby(data, accountId, filter)) ??
    (await ask(data, accountId, filter, backwards, mostSubjects(filter)));
  const ids = rows.slice(0, filter.limit).map(({ id }) => id);
  if (backwards) ids.reverse();
  return { data: await readMessages(data, accountId, ids), hasMore: rows.length > filter.limit };
}

/**
 * A tag is found in the order of the list by the table that is kept for that, however much without it is newer; what else
 * is asked for is looked at message by message. An address and metadata have indexes that narrow the list more.
 */
async function withTag(
  data: Data,
  accountId: string,
  filter: MessageFilter,
  backwards: boolean,
): Promise<{ id: string }[] | undefined> {
  const { tag, metadata, recipient } = filter;
  if (!tag || (metadata ?? recipient) !== undefined) return undefined;
  return (await plain(data).query<{ id: string }>(tagged(accountId, { ...filter, tag }, backwards))).rows;
}

function tagged(accountId: string, filter: MessageFilter & { tag: Tag }, backwards: boolean): QueryConfig {
  const order = backwards ? "ASC" : "DESC";
  const { tag, ...rest } = filter;
  return composed((place) => {
    const account = place(text, accountId);
    const range = and(rangeOf("t.message_id", filter, place));
    const others = and(conditions(rest, place, { byKey: true }));
    // OFFSET 0: else the plan might begin with another condition's index, and put in order all that it finds.
    return `SELECT t.message_id AS id FROM message_tags t CROSS JOIN LATERAL (
        SELECT m.* FROM messages m WHERE m.account_id = ${account} AND m.id = t.message_id OFFSET 0
      ) m
      WHERE t.account_id = ${account} AND t.mode = '${filter.mode}' AND t.tag = ${place(text, tagName(tag))}${range}${others}
      ORDER BY t.message_id ${order} LIMIT ${place(bigint, filter.limit + 1)}`;
  });
}

/** As the trigger on messages writes it: neither a name nor a value has a colon. */
function tagName({ name, value }: Tag): string {
  return `${name}:${value}`;
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
 * The indexes of metadata and statuses answer with every message that has one: dear for what many have, and those are
 * found among the newest. Undefined where these do not fill the page.
 */
async function nearby(
  data: Data,
  accountId: string,
  filter: MessageFilter,
): Promise<{ id: string }[] | undefined> {
  if ((filter.metadata ?? filter.status) === undefined || filter.before !== undefined) return undefined;
  const rows = await ask(data, accountId, filter, false, LOOKED_AT * (filter.limit + 1));
  return rows.length > filter.limit ? rows : undefined;
}

function mostSubjects({ q, recipient, tag, metadata }: MessageFilter): number | undefined {
  return q !== undefined && (recipient ?? tag ?? metadata) === undefined ? MAX_SUBJECTS : undefined;
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
    // Of few messages each is looked at; else a plan may read all recipients that have one of the statuses.
    const byKey = filter.ids !== undefined || among !== undefined;
    const where = and(conditions(filter, place, { byKey }));
    return `SELECT m.id ${rows}${where} ORDER BY m.id ${order} LIMIT ${place(bigint, filter.limit + 1)}`;
  });
}
