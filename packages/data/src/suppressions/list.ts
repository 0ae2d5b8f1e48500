import type { SuppressionOrigin, SuppressionReason } from "@sendex/core/suppressions";
import { defined } from "@sendex/kit/defined";
import { type ListOwner, readRow, type Row, type SuppressionRow } from "./entries";
import { ofEachMode } from "./tables";
import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
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

/** A page of what stands on a list, newest id first; with `before`, the page that comes just before that id. */
export async function listSuppressions(
  data: Data,
  { accountId, mode }: ListOwner,
  filter: SuppressionFilter,
  now: Date,
): Promise<{ data: SuppressionRow[]; hasMore: boolean }> {
  const backwards = filter.before !== undefined;
  const asked = { ...ANY, ...defined(filter), accountId, now, limit: filter.limit + 1 };
  const statement = (backwards ? NEWER : OLDER)[mode];
  const { rows } = await plain(data).query<Row>(statement(asked));
  const found = rows.slice(0, filter.limit).map((row) => readRow(row, mode));
  return { data: backwards ? found.reverse() : found, hasMore: rows.length > filter.limit };
}

/** What stands there under an address or an id, or undefined. */
export async function findSuppression(
  data: Data,
  { accountId, mode }: ListOwner,
  key: { address: string } | { id: string },
  now: Date,
): Promise<SuppressionRow | undefined> {
  const { rows } = await plain(data).query<Row>(
    "address" in key
      ? FIND_BY_ADDRESS[mode]({ accountId, address: key.address, now })
      : FIND_BY_ID[mode]({ accountId, id: key.id, now }),
  );
  return rows[0] && readRow(rows[0], mode);
}

/** Nothing that narrows the list. */
const ANY = {
  ...{ reason: null, label: null, origin: null, address: null, q: null },
  ...{ createdAfter: null, createdBefore: null, after: null, before: null },
};

// Planned for its values each time, so what is null is gone before an index is chosen. The one that lists go by is for
// statements that say this of the id.
const page = (order: "ASC" | "DESC") =>
  ofEachMode((table) =>
    unpreparedStatement(
      {
        accountId: text,
        now: timestamptz,
        reason: text.orNull,
        label: text.orNull,
        origin: text.orNull,
        address: text.orNull,
        q: text.orNull,
        createdAfter: timestamptz.orNull,
        createdBefore: timestamptz.orNull,
        after: text.orNull,
        before: text.orNull,
        limit: bigint,
      },
      (p) => `
SELECT * FROM ${table}
WHERE account_id = ${p.accountId} AND id > 'sup_' AND (expires_at IS NULL OR expires_at > ${p.now})
  AND (${p.reason}::text IS NULL OR reason = ${p.reason})
  AND (${p.label}::text IS NULL OR label = ${p.label})
  AND (${p.origin}::text IS NULL OR (${p.origin} = 'manual' AND origin = 'api')
    OR (${p.origin} = 'complaint' AND origin <> 'api' AND reason = 'complaint')
    OR (${p.origin} = 'bounce' AND origin <> 'api' AND reason <> 'complaint'))
  AND (${p.address}::text IS NULL OR address = ${p.address})
  AND (${p.q}::text IS NULL OR strpos(address, ${p.q}) > 0)
  AND (${p.createdAfter}::timestamptz IS NULL OR created_at >= ${p.createdAfter})
  AND (${p.createdBefore}::timestamptz IS NULL OR created_at < ${p.createdBefore})
  AND (${p.after}::text IS NULL OR id < ${p.after}) AND (${p.before}::text IS NULL OR id > ${p.before})
ORDER BY id ${order} LIMIT ${p.limit}`,
    ),
  );
const OLDER = page("DESC");
const NEWER = page("ASC");

const FIND_BY_ADDRESS = ofEachMode((table) =>
  unpreparedStatement(
    { accountId: text, address: text, now: timestamptz },
    (p) => `
SELECT * FROM ${table}
WHERE account_id = ${p.accountId} AND address = ${p.address} AND (expires_at IS NULL OR expires_at > ${p.now})`,
  ),
);

const FIND_BY_ID = ofEachMode((table) =>
  unpreparedStatement(
    { accountId: text, id: text, now: timestamptz },
    (p) => `
SELECT * FROM ${table}
WHERE account_id = ${p.accountId} AND id = ${p.id} AND id > 'sup_' AND (expires_at IS NULL OR expires_at > ${p.now})`,
  ),
);
