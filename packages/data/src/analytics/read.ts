import type { Mode } from "@sendex/core/accepting/message";
import type { Histogram } from "@sendex/core/analytics/delay";
import { type Dimension, type Measures, MEASURES } from "@sendex/core/analytics/measures";
import { arrayOf, mode, smallint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** Which cells are added up, and by what the sums are told apart. */
export interface CellQuery {
  accountId: string;
  mode: Mode;
  dimension: Dimension;
  /** Of the cells: 15, or 60 where all edges are whole hours. */
  minutes: 15 | 60;
  /** In order: the beginnings of the periods, and the end of the last. */
  edges: readonly Date[];
  byDomain: boolean;
  /** Sending domains; absent: all. */
  domains?: readonly string[];
  /** Values of the dimension; absent: all. */
  values?: readonly string[];
}

/** Where a sum belongs. */
export interface CellKey {
  /** The place of its period. */
  period: number;
  /** Empty unless asked for. */
  domain: string;
  /** Of the dimension; empty for `all`, and for mail that has none. */
  value: string;
}

export interface CellSum extends CellKey {
  counts: Measures;
}

export interface DelaySum extends CellKey {
  delays: Histogram;
}

/** What was counted; periods, domains and values without any mail are left out. */
export async function readMetrics(data: Data, query: CellQuery): Promise<CellSum[]> {
  const { rows } = await plain(data).query<KeyRow & Record<keyof Measures, string>>(
    METRICS(parametersOf(query)),
  );
  return rows.map((row) => ({ ...keyOf(row), counts: countsOf(row) }));
}

/** How long mail took to be delivered, as histograms. */
export async function readDelays(data: Data, query: CellQuery): Promise<DelaySum[]> {
  const { rows } = await plain(data).query<KeyRow & { buckets: number[]; counts: string[] }>(
    DELAYS(parametersOf(query)),
  );
  return rows.map((row) => ({
    ...keyOf(row),
    delays: new Map(row.buckets.map((bucket, i) => [bucket, Number(row.counts[i])])),
  }));
}

interface KeyRow {
  period: number;
  domain: string;
  value: string;
}

function keyOf({ period, domain, value }: KeyRow): CellKey {
  return { period: period - 1, domain, value };
}

export function countsOf(row: Record<keyof Measures, string>): Measures {
  // The parse boundary: the statement has a column for each of them.
  return Object.fromEntries(MEASURES.map((measure) => [measure, Number(row[measure])])) as Measures;
}

function parametersOf({ accountId, edges, byDomain, domains, values, ...query }: CellQuery) {
  const [from = new Date(0)] = edges;
  const to = edges.at(-1) ?? from;
  return {
    accountId,
    mode: query.mode,
    dimension: query.dimension,
    minutes: query.minutes,
    edges,
    from,
    to,
    grouped: byDomain ? "yes" : "no",
    domains: domains ?? null,
    values: values ?? null,
  };
}

const PARAMETERS = {
  accountId: text,
  mode,
  dimension: text,
  minutes: smallint,
  edges: arrayOf(timestamptz),
  from: timestamptz,
  to: timestamptz,
  grouped: text,
  domains: arrayOf(text).orNull,
  values: arrayOf(text).orNull,
};
type Places = Record<keyof typeof PARAMETERS, string>;

// Planned for its values: how much of a month it reads decides how.
const KEY = (p: Places): string => `
  width_bucket(at, ${p.edges}::timestamptz[]) AS period, CASE ${p.grouped} WHEN 'yes' THEN domain ELSE '' END AS domain, value`;

const CELLS = (p: Places): string => `
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND dimension = ${p.dimension} AND minutes = ${p.minutes} AND at >= ${p.from} AND at < ${p.to}
  AND (${p.domains}::text[] IS NULL OR domain = ANY (${p.domains})) AND (${p.values}::text[] IS NULL OR value = ANY (${p.values}))`;

const METRICS = unpreparedStatement(
  PARAMETERS,
  (p) => `
SELECT ${KEY(p)}, ${MEASURES.map((measure) => `sum(${measure}) AS ${measure}`).join(", ")}
FROM metrics ${CELLS(p)}
GROUP BY 1, 2, 3`,
);

const DELAYS = unpreparedStatement(
  PARAMETERS,
  (p) => `
SELECT period, domain, value, array_agg(bucket) AS buckets, array_agg(count) AS counts FROM (
  SELECT ${KEY(p)}, bucket, sum(count) AS count
  FROM metric_delays ${CELLS(p)}
  GROUP BY 1, 2, 3, bucket
) sums GROUP BY 1, 2, 3`,
);
