import type { StoredMessage } from "@sendex/core/stored";
import type { StatusCondition, StatusFilter } from "@sendex/core/words";
import { readMessages } from "./messages";
import type { Data } from "./open";

export interface MessageFilter {
  status?: StatusFilter;
  /** A bare address, in any case. */
  recipient?: string;
  /** A bare address, in any case. */
  sender?: string;
  tag?: { name: string; value: string };
  /** Ids, not times: a message's id says when it was made. */
  from?: string;
  before?: string;
  after?: string;
  until?: string;
  /** Part of the subject. */
  q?: string;
  limit: number;
}

/** Before a tag is looked for everywhere: so many of the newest messages for each that the page wants. */
const LOOKED_AT = 20;

/** A page of an account's messages, newest first; with `before`, the page that comes just before that id. */
export async function listMessages(
  data: Data,
  accountId: string,
  filter: MessageFilter,
): Promise<{ data: StoredMessage[]; hasMore: boolean }> {
  const backwards = filter.before !== undefined;
  const rows =
    (await nearby(data, accountId, filter)) ?? (await ask(data, query(accountId, filter, backwards)));
  const ids = rows.slice(0, filter.limit).map(({ id }) => id);
  if (backwards) ids.reverse();
  return { data: await readMessages(data, accountId, ids), hasMore: rows.length > filter.limit };
}

interface Query {
  text: string;
  values: unknown[];
}

async function ask(data: Data, { text, values }: Query): Promise<{ id: string }[]> {
  return (await data.pool.query<{ id: string }>(text, values)).rows;
}

/**
 * The index on tags answers with every message that has one, in no order: dear for a tag that many have, and those are
 * found among the newest. Undefined where these do not fill the page.
 */
async function nearby(
  data: Data,
  accountId: string,
  filter: MessageFilter,
): Promise<{ id: string }[] | undefined> {
  if (filter.tag === undefined || filter.before !== undefined) return undefined;
  const rows = await ask(data, query(accountId, filter, false, LOOKED_AT * (filter.limit + 1)));
  return rows.length > filter.limit ? rows : undefined;
}

/** With `among`, only so many of the newest messages are looked at. */
function query(accountId: string, filter: MessageFilter, backwards: boolean, among?: number): Query {
  const values: unknown[] = [accountId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const range = ["m.account_id = $1"];
  if (filter.after !== undefined) range.push(`m.id < ${bind(filter.after)}`);
  if (filter.before !== undefined) range.push(`m.id > ${bind(filter.before)}`);
  if (filter.from !== undefined) range.push(`m.id >= ${bind(filter.from)}`);
  if (filter.until !== undefined) range.push(`m.id < ${bind(filter.until)}`);
  const within = range.join(" AND ");
  const newest = `(SELECT * FROM messages m WHERE ${within} ORDER BY m.id DESC LIMIT ${among}) m`;
  const source = among === undefined ? "messages m" : newest;
  const where = among === undefined ? [within] : ["true"];
  if (filter.sender !== undefined) where.push(`lower(m.from_address) = lower(${bind(filter.sender)})`);
  if (filter.tag !== undefined) where.push(`m.tags @> ${bind(JSON.stringify([filter.tag]))}::jsonb`);
  if (filter.q !== undefined) where.push(`m.subject ILIKE ${bind(`%${escapeLike(filter.q)}%`)}`);
  if (filter.recipient !== undefined)
    where.push(`EXISTS (${recipients(`lower(r.address) = lower(${bind(filter.recipient)})`)})`);
  if (filter.status) {
    where.push(`EXISTS (${recipients(anyOf(filter.status.some, bind))})`);
    if (filter.status.none.length > 0)
      where.push(`NOT EXISTS (${recipients(anyOf(filter.status.none, bind))})`);
  }
  const order = backwards ? "ASC" : "DESC";
  return {
    text: `SELECT m.id FROM ${source} WHERE ${where.join(" AND ")} ORDER BY m.id ${order} LIMIT ${bind(filter.limit + 1)}`,
    values,
  };
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
