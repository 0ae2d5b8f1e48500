import { compact } from "../ui/chart/numbers";
import { ticksOf } from "../ui/chart/scale";
import { delay, rate } from "./formats";
import { kindOf, type Metric } from "./metrics";

/** The lines of a metric's chart, and how they are written. */
export interface Ticks {
  values: number[];
  say(tick: number): string;
}

/** Units in which round numbers of milliseconds are round, each from twice its size on. */
const UNITS_MS = [3_600_000, 60_000, 1_000, 1];

/** @param most the highest value that is drawn */
export function ticksFor(metric: Metric, most: number, language: string): Ticks {
  const kind = kindOf(metric);
  if (kind === "count") return { values: ticksOf(most), say: (tick) => compact(tick, language) };
  if (kind === "rate") return { values: ticksOf(most, { parts: true }), say: (tick) => rate(tick, language) };
  const unit = UNITS_MS.find((size) => most >= 2 * size) ?? 1;
  return {
    values: ticksOf(most / unit).map((tick) => tick * unit),
    say: (tick) => delay(tick, language, "narrow"),
  };
}
