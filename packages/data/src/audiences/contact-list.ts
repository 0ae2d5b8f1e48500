import type { SegmentRule } from "@sendex/core/audiences/rule";
import type { QueryConfig } from "pg";
import { bigint, boolean, mode as modeType, text, timestamptz } from "../database/parameters";
import { composed } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { contactColumns, type ContactRow, type Row, readContact } from "./contacts";
import type { Page, Paged } from "./page";
import { joinsOf, newAsking } from "./rule-joins";
import { ruleCondition } from "./rules";
import type { AudienceOwner } from "./segments";
import { hasLeft } from "./subscriptions";

/** What a list of contacts is asked for; every part narrows it. */
export interface ContactFilter extends Page {
  /** Of a segment that is a list. */
  segmentId?: string;
  /** Of one that follows a rule. */
  rule?: SegmentRule;
  /** A whole address, lower-case. */
  address?: string;
  /** Part of the address or of a name. */
  q?: string;
  unsubscribed?: boolean;
  /** Whether it has yet to confirm. */
  pending?: boolean;
}

/** Newest first; with `before`, the page just before that id. */
export async function listContacts(
  data: Data,
  owner: AudienceOwner,
  filter: ContactFilter,
  now: Date,
): Promise<Paged<ContactRow>> {
  const backwards = filter.before !== undefined;
  const { rows: found } = await plain(data).query<Row>(pageOf(owner, filter, now));
  const page = found.slice(0, filter.limit).map(readContact);
  return { data: backwards ? page.reverse() : page, hasMore: found.length > filter.limit };
}

/** What is not asked for is not in it, so that the best index is. */
function pageOf({ accountId, mode }: AudienceOwner, filter: ContactFilter, now: Date): QueryConfig {
  const { segmentId, rule, address, q, unsubscribed, pending, after, before } = filter;
  return composed((place) => {
    const at = place(timestamptz, now);
    const asking = newAsking(place, now, accountId);
    const asked = [
      `c.account_id = ${place(text, accountId)} AND c.mode = ${place(modeType, mode)}`,
      segmentId !== undefined &&
        `EXISTS (SELECT FROM segment_contacts i
    WHERE i.account_id = c.account_id AND i.segment_id = ${place(text, segmentId)} AND i.contact_id = c.id)`,
      rule !== undefined && ruleCondition(rule, asking),
      address !== undefined && `c.address = ${place(text, address)}`,
      q !== undefined && searched(place(text, q)),
      unsubscribed !== undefined && `${hasLeft("c", at)} = ${place(boolean, unsubscribed)}`,
      pending !== undefined && `c.pending_until IS ${pending ? "NOT " : ""}NULL`,
      after !== undefined && `c.id < ${place(text, after)}`,
      before !== undefined && `c.id > ${place(text, before)}`,
    ].filter((part) => part !== false);
    return `
SELECT ${contactColumns(at)} FROM contacts c ${joinsOf(asking)}
WHERE ${asked.join("\n  AND ")}
ORDER BY c.id ${before === undefined ? "DESC" : "ASC"} LIMIT ${place(bigint, filter.limit + 1)}`;
  });
}

function searched(q: string): string {
  return `(strpos(c.address, lower(${q})) > 0 OR strpos(lower(concat_ws(' ', c.first_name, c.last_name)), lower(${q})) > 0)`;
}
