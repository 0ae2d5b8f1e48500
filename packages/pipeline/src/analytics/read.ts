import type { Caller } from "@sendex/core/access";
import { type Histogram, mergeDelays } from "@sendex/core/analytics/delay";
import { addMeasures, type Dimension, type Measures } from "@sendex/core/analytics/measures";
import type { MetricSpan } from "@sendex/core/analytics/question";
import { type CellKey, type CellQuery, readDelays, readMetrics } from "@sendex/data/analytics/read";
import { messagesIn, readByMessage } from "@sendex/data/analytics/by-message";
import { idsByName } from "@sendex/data/domains/rows";
import type { MetricsView } from "@sendex/wire/analytics/metrics";
import type { Context } from "../context";

/** What is asked of the cells. */
export interface MetricsQuestion {
  span: MetricSpan;
  dimension: Dimension;
  byDomain: boolean;
  /** Names of sending domains; absent: all. */
  domains?: readonly string[];
  /** Of the dimension; absent: all. With several tags a mail that has more than one counts as each. */
  values?: readonly string[];
  /** Whether delays are asked for, which are kept apart. */
  delays: boolean;
}

/**
 * What became of an account's mail of the caller's mode: sums of cells, in a few statements whatever the span. A key that
 * is bound to domains is told of theirs alone.
 */
export async function readAnalytics(
  { data }: Context,
  caller: Caller,
  question: MetricsQuestion,
): Promise<MetricsView> {
  const { span, delays, values } = question;
  const scope = scopeOf(caller, question.domains);
  const query: CellQuery = {
    accountId: caller.accountId,
    mode: caller.mode,
    dimension: question.dimension,
    byDomain: question.byDomain,
    minutes: span.minutes,
    edges: span.edges,
    ...(scope && { domains: scope }),
    ...(values && { values }),
  };
  const whole = wholeOf(query);
  const [sums, durations, allSums, allDurations] = await Promise.all([
    readMetrics(data, query),
    delays ? readDelays(data, query) : [],
    whole && readMetrics(data, whole),
    whole && delays ? readDelays(data, whole) : [],
  ]);
  const histograms = new Map(durations.map(({ delays: histogram, ...key }) => [nameOf(key), histogram]));
  return {
    span,
    totals: sumOf(
      (allSums ?? sums).map(({ counts }) => counts),
      (whole ? allDurations : durations).map(({ delays: histogram }) => histogram),
    ),
    rows: sums.map(({ counts, ...key }) => ({
      ...key,
      counts,
      delays: histograms.get(nameOf(key)) ?? new Map(),
    })),
  };
}

/**
 * What the totals are added up from, where that is not the rows themselves: mail without a value has no row, mail with
 * several has more than one.
 */
function wholeOf(query: CellQuery): CellQuery | undefined {
  if (query.dimension === "all" || query.values !== undefined) return undefined;
  const edges = [query.edges[0], query.edges.at(-1)].filter(isDate);
  return { ...query, dimension: "all", byDomain: false, edges };
}

/** Ids of an account's domains, by name. */
export async function domainIdsOf({ data }: Context, { accountId }: Caller): Promise<Map<string, string>> {
  return idsByName(data, accountId);
}

/**
 * The same by message, from their timelines: of those that are named, or of all that were accepted in the span; undefined
 * where that are more than `most`.
 */
export async function readEmails(
  { data }: Context,
  caller: Caller,
  { span, values }: Pick<MetricsQuestion, "span" | "values">,
  most: number,
): Promise<MetricsView | undefined> {
  const [from = new Date(0)] = span.edges;
  const range = { from, to: span.edges.at(-1) ?? from };
  const ids = values ?? (await messagesIn(data, caller, range, most + 1));
  if (ids.length > most) return undefined;
  const sums = await readByMessage(data, caller, ids, span.edges);
  const rows = sums.map(({ period, messageId, counts }) => ({
    ...{ period, domain: "", value: messageId, counts, delays: new Map<number, number>() },
  }));
  return {
    span,
    totals: sumOf(
      sums.map(({ counts }) => counts),
      [],
    ),
    rows,
  };
}

function sumOf(counts: Measures[], delays: Histogram[]): { counts: Measures; delays: Histogram } {
  return { counts: addMeasures(counts), delays: mergeDelays(delays) };
}

function nameOf({ period, domain, value }: CellKey): string {
  return JSON.stringify([period, domain, value]);
}

/** Absent: every domain. */
function scopeOf({ domains: own }: Caller, asked?: readonly string[]): readonly string[] | undefined {
  if (own.length === 0) return asked;
  return asked ? asked.filter((name) => own.includes(name)) : own;
}

function isDate(value: Date | undefined): value is Date {
  return value !== undefined;
}
