import type { RateKind } from "@sendex/core/alerts/kinds";
import { type Tallies, type Tally, USUAL_DAYS, type Window, WINDOWS } from "@sendex/core/alerts/rate";
type Measure = "sent" | "bounced" | "complained" | "deferred";
type Counts = Record<Measure, number>;

const OF: Record<RateKind, Measure> = {
  bounce_rate: "bounced",
  complaint_rate: "complained",
  deferrals: "deferred",
};
const HOUR = 4;
const MONTH = USUAL_DAYS * 24 * HOUR;
/** Quarters until a bounce or a deferral is heard of, and a complaint. */
const HEARD = { bounced: 1, deferred: 1, complained: 2 };

/** A part of an account's mail in cells of a quarter of an hour, under the time that it was sent, and their sums over windows. */
export interface Part {
  /** A quarter of an hour goes by. */
  advance(): void;
  add(counts: Counts): void;
  /** The largest share of any window, between 0 and 1. */
  share(kind: RateKind): number;
  tallies(kind: RateKind): Tallies;
  /** Of four weeks without the last hours, and without the worst day. */
  usual(kind: RateKind, hours: number): Tally;
}

export function openPart(): Part {
  const cells = new Map<number, Counts>();
  const sums = new Map(WINDOWS.map((hours) => [hours * HOUR, none()]));
  const reports = new Map<number, { cell: number; measure: Measure; count: number }[]>();
  let now = 0;

  function put(cell: number, measure: Measure, count: number): void {
    const counts = cells.get(cell) ?? none();
    counts[measure] += count;
    cells.set(cell, counts);
    for (const [length, sum] of sums) if (cell > now - length) sum[measure] += count;
  }

  function tally(length: number, kind: RateKind): Tally {
    const sum = sums.get(length) ?? none();
    return { sent: sum.sent, affected: sum[OF[kind]] };
  }

  return {
    advance() {
      now += 1;
      for (const [length, sum] of sums) {
        const gone = cells.get(now - length);
        if (gone) for (const measure of MEASURES) sum[measure] -= gone[measure];
      }
      cells.delete(now - MONTH);
      for (const { cell, measure, count } of reports.get(now) ?? []) put(cell, measure, count);
      reports.delete(now);
    },
    add(counts) {
      put(now, "sent", counts.sent);
      for (const measure of ["bounced", "complained", "deferred"] as const)
        if (counts[measure] > 0) {
          const at = now + HEARD[measure];
          reports.set(at, [...(reports.get(at) ?? []), { cell: now, measure, count: counts[measure] }]);
        }
    },
    share(kind) {
      let largest = 0;
      for (const hours of WINDOWS) {
        const sum = sums.get(hours * HOUR);
        if (sum && sum.sent > 0) largest = Math.max(largest, sum[OF[kind]] / sum.sent);
      }
      return largest;
    },
    tallies(kind) {
      const found = WINDOWS.map((hours): [Window, Tally] => [hours, tally(hours * HOUR, kind)]);
      // Every window has an entry.
      return Object.fromEntries(found) as Tallies;
    },
    usual(kind, hours) {
      const days = new Map<number, Tally>();
      for (const [cell, counts] of cells) {
        if (cell <= now - MONTH || cell > now - hours * HOUR) continue;
        const day = Math.floor((cell - now + MONTH) / (24 * HOUR));
        const { sent, affected } = days.get(day) ?? { sent: 0, affected: 0 };
        days.set(day, { sent: sent + counts.sent, affected: affected + counts[OF[kind]] });
      }
      const [, ...others] = [...days.values()].sort((a, b) => b.affected - a.affected);
      return others.reduce(
        (sum, { sent, affected }) => ({ sent: sum.sent + sent, affected: sum.affected + affected }),
        { sent: 0, affected: 0 },
      );
    },
  };
}

const MEASURES = ["sent", "bounced", "complained", "deferred"] as const;

function none(): Counts {
  return { sent: 0, bounced: 0, complained: 0, deferred: 0 };
}
