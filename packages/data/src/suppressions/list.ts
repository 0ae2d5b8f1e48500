import type { SuppressionOrigin, SuppressionReason } from "@sendex/core/suppressions";
import { readRow, type Row, type SuppressionRow } from "./entries";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** What a list is asked for; every part narrows it. */
export interface SuppressionFilter {
  reason?: SuppressionReason;
  /** The caller's own word for a reason. */
  label?: string;
  origin?: SuppressionOrigin;
  /** A whole address, lower-case. */
  address?: string;
  /** Part of an address, lower-case. */
  q?: string;
  createdAfter?: Date;
  createdBefore?: Date;
  limit: number;
  /** Ids: the page older than `after`, or newer than `before`. */
  after?: string;
  before?: string;
}

/** A page of what stands on an account's list, newest id first; with `before`, the page that comes just before that id. */
export async function listSuppressions(
  data: Data,
  accountId: string,
  filter: SuppressionFilter,
  now: Date,
): Promise<{ data: SuppressionRow[]; hasMore: boolean }> {
  // The index that lists go by is for statements that say this of the id.
  const backwards = filter.before !== undefined;
  const values: unknown[] = [accountId, now];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = [
    "account_id = $1",
    "id > 'sup_'",
    "(expires_at IS NULL OR expires_at > $2)",
    ...conditions(filter, bind),
  ];
  const order = backwards ? "ASC" : "DESC";
  const { rows } = await plain(data).query<Row>(
    `SELECT * FROM suppressions WHERE ${where.join(" AND ")} ORDER BY id ${order} LIMIT ${bind(filter.limit + 1)}`,
    values,
  );
  const found = rows.slice(0, filter.limit).map(readRow);
  return { data: backwards ? found.reverse() : found, hasMore: rows.length > filter.limit };
}

/** What stands there under an address or an id, or undefined. */
export async function findSuppression(
  data: Data,
  accountId: string,
  key: { address: string } | { id: string },
  now: Date,
): Promise<SuppressionRow | undefined> {
  const [condition, value] =
    "address" in key ? ["address = $2", key.address] : ["id = $2 AND id > 'sup_'", key.id];
  const { rows } = await plain(data).query<Row>(
    `SELECT * FROM suppressions WHERE account_id = $1 AND ${condition} AND (expires_at IS NULL OR expires_at > $3)`,
    [accountId, value, now],
  );
  return rows[0] && readRow(rows[0]);
}

const ORIGINS: Record<SuppressionOrigin, string> = {
  manual: "origin = 'api'",
  complaint: "(origin <> 'api' AND reason = 'complaint')",
  bounce: "(origin <> 'api' AND reason <> 'complaint')",
};

function conditions(filter: SuppressionFilter, bind: (value: unknown) => string): string[] {
  const { reason, label, origin, address, q, createdAfter, createdBefore, after, before } = filter;
  const where: string[] = [];
  if (reason !== undefined) where.push(`reason = ${bind(reason)}`);
  if (label !== undefined) where.push(`label = ${bind(label)}`);
  if (origin !== undefined) where.push(ORIGINS[origin]);
  if (address !== undefined) where.push(`address = ${bind(address)}`);
  if (q !== undefined) where.push(`strpos(address, ${bind(q)}) > 0`);
  if (createdAfter !== undefined) where.push(`created_at >= ${bind(createdAfter)}`);
  if (createdBefore !== undefined) where.push(`created_at < ${bind(createdBefore)}`);
  if (after !== undefined) where.push(`id < ${bind(after)}`);
  if (before !== undefined) where.push(`id > ${bind(before)}`);
  return where;
}
