import { arrayOf, bigint, text } from "../../database/parameters";
import { unpreparedStatement } from "../../database/statement";
import type { Data } from "../../database/open";
import { plain } from "../../database/pools";

/** Counts one more of each of these in a day (`2026-11-30`); how often each was counted in it, by subject. */
export async function countInDay(
  data: Data,
  day: string,
  subjects: readonly string[],
): Promise<Map<string, number>> {
  const inOrder = [...new Set(subjects)].sort();
  const { rows } = await plain(data).query<{ subject: string; count: number }>(
    COUNT({ day, subjects: inOrder }),
  );
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

/** Of days before this one; a bounded number, and how many. */
export async function forgetCounts(data: Data, day: string, limit: number): Promise<number> {
  return (await plain(data).query(FORGET({ day, limit }))).rowCount ?? 0;
}

const COUNT = unpreparedStatement(
  { day: text, subjects: arrayOf(text) },
  (p) => `
INSERT INTO sign_up_counts (day, subject, count) SELECT ${p.day}::text::date, s, 1 FROM unnest(${p.subjects}::text[]) s ORDER BY s
ON CONFLICT (day, subject) DO UPDATE SET count = sign_up_counts.count + 1 RETURNING subject, count`,
);

const FORGET = unpreparedStatement(
  { day: text, limit: bigint },
  (p) => `
DELETE FROM sign_up_counts WHERE (day, subject) IN (SELECT day, subject FROM sign_up_counts WHERE day < ${p.day}::text::date LIMIT ${p.limit})`,
);
