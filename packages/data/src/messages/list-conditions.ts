import { domainOf } from "@sendex/core/accepting/address";
import type { Mode, Tag } from "@sendex/core/accepting/message";
import type { StatusCondition, StatusFilter } from "@sendex/core/messages/status-filter";
import { arrayOf, boolean, jsonb, text } from "../database/parameters";
import type { Place } from "../database/statement";

export interface MessageFilter {
  mode: Mode;
  status?: StatusFilter;
  /** A bare address, in any case. */
  recipient?: string;
  /** A bare address, in any case. */
  sender?: string;
  tag?: Tag;
  /** A field at the top, and its value as text: a string, a number, true, false or null. */
  metadata?: { name: string; value: string };
  /** Ids, not times: a message's id says when it was made. */
  from?: string;
  before?: string;
  after?: string;
  until?: string;
  /** Part of the subject. */
  q?: string;
  limit: number;
}

/** Which ids the page may have. */
export function rangeOf(id: string, { after, before, from, until }: MessageFilter, place: Place): string[] {
  return [
    ...(after === undefined ? [] : [`${id} < ${place(text, after)}`]),
    ...(before === undefined ? [] : [`${id} > ${place(text, before)}`]),
    ...(from === undefined ? [] : [`${id} >= ${place(text, from)}`]),
    ...(until === undefined ? [] : [`${id} < ${place(text, until)}`]),
  ];
}

/** Of what a message is, beside its id. `byKey`: its recipients are found by their key alone. */
export function conditions(filter: MessageFilter, place: Place, { byKey }: { byKey: boolean }): string[] {
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
    const some = anyOf(filter.status.some, place);
    where.push(`EXISTS (${recipients(byKey ? isTrue(some) : some)})`);
    // By key always: as many as wait, or are on their way, have a status that one of the list may not have.
    if (filter.status.none.length > 0)
      where.push(`NOT EXISTS (${recipients(isTrue(anyOf(filter.status.none, place)))})`);
  }
  return where;
}

export function and(conditions: string[]): string {
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

/** The same, of which no index can be asked (docs/adr/0013). */
function isTrue(condition: string): string {
  return `(${condition}) IS TRUE`;
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
