import { type Figures, figuresOf } from "./metrics";

/** An hour, a day or a week. */
export interface Point {
  /** As the API calls it, in the viewer's zone: `2026-03-05`, or `2026-03-05T13:00:00+01:00`. */
  name: string;
  figures: Figures;
  /** The one at the same place of the period before. */
  before?: { name: string; figures: Figures };
}

type Row = Partial<Figures> & { period?: string };

/** The periods in their order, each with its fellow of before, by their places. */
export function seriesOf(now: readonly Row[], before: readonly Row[] = []): Point[] {
  return now.map((row, place) => {
    const fellow = before[place];
    return { ...namedOf(row), ...(fellow && { before: namedOf(fellow) }) };
  });
}

function namedOf(row: Row): { name: string; figures: Figures } {
  return { name: row.period ?? "", figures: figuresOf(row) };
}
