import type { AlertDimension, RateKind } from "@sendex/core/alerts/kinds";
import { type Tallies, type Tally, type Window, WINDOWS } from "@sendex/core/alerts/rate";
import { HOUR_MS } from "@sendex/kit/day";
import { arrayOf, numberedRows, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** A part of an account's live mail. */
export interface Part {
  accountId: string;
  dimension: Extract<AlertDimension, "domain" | "provider" | "template">;
  value: string;
}

/** What became of a part, by window and by what is judged. */
export interface PartShares extends Part {
  kinds: Record<RateKind, Tallies>;
}

/**
 * Of these accounts the parts of which anything bounced, complained or was put off in the longest window. `quarter`: the
 * beginning of the last hour's cells. Longer windows are made of whole hours, the running one among them.
 */
export async function readShares(
  data: Data,
  accountIds: readonly string[],
  { quarter, now }: { quarter: Date; now: Date },
): Promise<PartShares[]> {
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const since = (hours: Window): Date => new Date(hour - (hours - 1) * HOUR_MS);
  const { rows } = await plain(data).query<ShareRow>(
    SHARES({ accountIds, quarter, since6: since(6), since24: since(24) }),
  );
  return rows.map(readShare);
}

/**
 * What a part's usual rate is counted from: mail sent from `from` to before `to`, without the worst 24 hours of it, so that
 * one incident does not make the next one usual.
 */
export interface UsualQuery extends Part {
  kind: RateKind;
  from: Date;
  to: Date;
}

/** The sums of each, in their order. */
export async function readUsual(data: Data, asked: readonly UsualQuery[]): Promise<Tally[]> {
  if (asked.length === 0) return [];
  const { rows } = await plain(data).query<{ i: number; sent: string; affected: string }>(
    USUAL({ x: asked }),
  );
  const found = new Map(rows.map((row) => [row.i - 1, row]));
  return asked.map((_, i) => {
    const row = found.get(i);
    return { sent: Number(row?.sent ?? 0), affected: Number(row?.affected ?? 0) };
  });
}

/** What a kind counts. */
const COLUMNS = { bounce_rate: "bounced", complaint_rate: "complained", deferrals: "deferred" } as const;
const COUNTED = ["sent", "bounced", "complained", "deferred"] as const;

type ShareRow = { account_id: string; dimension: Part["dimension"]; value: string } & Record<
  `${(typeof COUNTED)[number]}_${Window}`,
  string
>;

function readShare(row: ShareRow): PartShares {
  const talliesOf = (kind: RateKind): Tallies => {
    const tallies = WINDOWS.map((hours): [Window, Tally] => [
      hours,
      { sent: Number(row[`sent_${hours}`]), affected: Number(row[`${COLUMNS[kind]}_${hours}`]) },
    ]);
    // The parse boundary: every window has an entry.
    return Object.fromEntries(tallies) as Tallies;
  };
  return {
    accountId: row.account_id,
    dimension: row.dimension,
    value: row.value,
    kinds: {
      bounce_rate: talliesOf("bounce_rate"),
      complaint_rate: talliesOf("complaint_rate"),
      deferrals: talliesOf("deferrals"),
    },
  };
}

const SUMMED = `sent, bounced_permanent + bounced_undetermined AS bounced, complained, deferred`;

/** A cell's part: cells of all mail are told apart by their sending domain. What has no provider or template is no part. */
const PART = `CASE dimension WHEN 'all' THEN 'domain' ELSE dimension END AS dimension, CASE dimension WHEN 'all' THEN domain ELSE value END AS value`;
const CELLS = `mode = 'live' AND dimension IN ('all', 'provider', 'template') AND (dimension = 'all' OR value <> '')`;

const SHARES = unpreparedStatement(
  {
    accountIds: arrayOf(text),
    ...{ quarter: timestamptz, since6: timestamptz, since24: timestamptz },
  },
  (p) => {
    const windows: Record<Window, string> = {
      1: "minutes = 15",
      6: `minutes = 60 AND at >= ${p.since6}`,
      24: "minutes = 60",
    };
    const sums = WINDOWS.flatMap((hours) =>
      COUNTED.map((name) => `COALESCE(sum(${name}) FILTER (WHERE ${windows[hours]}), 0) AS ${name}_${hours}`),
    );
    return `
SELECT account_id, dimension, value, ${sums.join(", ")}
FROM (
  SELECT account_id, ${PART}, minutes, at, ${SUMMED} FROM metrics
  WHERE account_id = ANY (${p.accountIds}) AND ${CELLS} AND minutes = 15 AND at >= ${p.quarter}
  UNION ALL
  SELECT account_id, ${PART}, minutes, at, ${SUMMED} FROM metrics
  WHERE account_id = ANY (${p.accountIds}) AND ${CELLS} AND minutes = 60 AND at >= ${p.since24}
) cells
GROUP BY 1, 2, 3 HAVING sum(bounced) + sum(complained) + sum(deferred) > 0`;
  },
);

const USUAL = unpreparedStatement(
  {
    x: numberedRows<UsualQuery>({
      account_id: text(({ accountId }) => accountId),
      dimension: text(({ dimension }) => (dimension === "domain" ? "all" : dimension)),
      value: text(({ value }) => value),
      counted: text(({ kind }) => COLUMNS[kind]),
      since: timestamptz(({ from }) => from),
      until: timestamptz(({ to }) => to),
    }),
  },
  ({ x }) => `
SELECT x.i::int AS i, sum(m.sent) AS sent, sum(m.affected) AS affected
FROM ${x} CROSS JOIN LATERAL (
  SELECT sum(sent) AS sent, sum(affected) AS affected, row_number() OVER (ORDER BY sum(affected) DESC) AS place
  FROM (
    SELECT at, sent, CASE x.counted WHEN 'bounced' THEN bounced WHEN 'complained' THEN complained ELSE deferred END AS affected
    FROM (
      SELECT at, ${SUMMED} FROM metrics c
      WHERE c.account_id = x.account_id AND c.mode = 'live' AND c.dimension = x.dimension AND c.minutes = 60 AND c.at >= x.since AND c.at < x.until
        AND CASE x.dimension WHEN 'all' THEN c.domain ELSE c.value END = x.value
    ) cells
  ) counted GROUP BY date_bin('1 day', at, x.since)
) m WHERE m.place > 1 GROUP BY 1`,
);
