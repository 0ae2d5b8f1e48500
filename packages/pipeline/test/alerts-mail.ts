import type { Measure } from "@sendex/core/analytics/measures";
import { MEASURES } from "@sendex/core/analytics/measures";
import { CELL_MS } from "@sendex/core/analytics/periods";
import { plain } from "@sendex/data/database/pools";
import { HOUR_MS } from "@sendex/kit/day";
import type { Drive } from "@sendex/testing/drive";

/** Live mail as the cells of analytics have it: counts, and the parts that it belongs to. */
export interface CellMail {
  at: Date;
  counts: Partial<Record<Measure, number>>;
  domain?: string;
  provider?: string;
  template?: string;
}

/** Puts mail into the cells of its quarter of an hour and its hour. */
export async function seedMail({ test, account }: Drive, mail: CellMail): Promise<void> {
  const { at, counts, domain = "a.example", provider = "google", template = "" } = mail;
  const measures = MEASURES.map((measure) => counts[measure] ?? 0);
  const places = MEASURES.map((_, i) => `$${i + 7}`).join(", ");
  const parts = [["all", ""] as const, ["provider", provider] as const, ["template", template] as const];
  for (const [dimension, value] of parts)
    for (const [minutes, length] of [
      [15, CELL_MS],
      [60, HOUR_MS],
    ] as const)
      await plain(test.context.data).query(
        `INSERT INTO metrics (account_id, mode, dimension, minutes, at, domain, value, ${MEASURES.join(", ")})
         VALUES ($1, 'live', $2, $3, $4, $5, $6, ${places})
         ON CONFLICT (account_id, mode, dimension, minutes, at, domain, value)
         DO UPDATE SET ${MEASURES.map((measure) => `${measure} = metrics.${measure} + EXCLUDED.${measure}`).join(", ")}`,
        [
          account.accountId,
          dimension,
          minutes,
          new Date(Math.floor(at.getTime() / length) * length),
          domain,
          value,
          ...measures,
        ],
      );
}

/** So many recipients accepted in each of the hours before this one. */
export async function seedHistory({ test, account }: Drive, hours: number, accepted: number): Promise<void> {
  const others = MEASURES.filter((measure) => measure !== "accepted");
  await plain(test.context.data).query(
    `INSERT INTO metrics (account_id, mode, dimension, minutes, at, domain, value, accepted, ${others.join(", ")})
     SELECT $1, 'live', 'all', 60, date_trunc('hour', $2::timestamptz) - make_interval(hours => n), 'a.example', '', $4::int, ${others.map(() => "0").join(", ")}
     FROM generate_series(1, $3::int) AS n`,
    [account.accountId, test.clock.now(), hours, accepted],
  );
}
