import { number, percent } from "../ui/chart/numbers";
import type { Change } from "./comparing";
import { kindOf, type Metric } from "./metrics";

/** In place of a figure that there is not. */
const NONE = "–";
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** A figure as people read it: "1,204", "98.2%", "2.1 sec". */
export function said(metric: Metric, value: number | null, language: string): string {
  if (value === null) return NONE;
  const kind = kindOf(metric);
  if (kind === "count") return number(value, language);
  return kind === "rate" ? rate(value, language) : delay(value, language);
}

/** In percent. Complaints are judged by hundredths, and what is nearly all is not all. */
export function rate(share: number, language: string): string {
  if ((share >= 1 && share <= 99.9) || share <= 0 || share >= 100) return percent(share, language);
  const style = { style: "percent", maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, style).format(share / 100);
}

/** Milliseconds in the largest unit that they fill: "850 ms", "2.1 sec", "12 min"; narrow: "850ms", "2.1s", "12m". */
export function delay(ms: number, language: string, unitDisplay: "short" | "narrow" = "short"): string {
  const [unit, size] = UNITS.find(([, of]) => ms >= of) ?? (["millisecond", 1] as const);
  const value = ms / size;
  const maximumFractionDigits = unit === "millisecond" || value >= 10 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    ...{ style: "unit", unit, unitDisplay, maximumFractionDigits },
  }).format(value);
}

/** "+12%", "-0.3"; points without their unit, which is a word. */
export function saidChange({ by, unit }: Change, language: string): string {
  const signDisplay = "exceptZero";
  if (unit === "points")
    return new Intl.NumberFormat(language, { signDisplay, maximumFractionDigits: 2 }).format(by);
  const maximumFractionDigits = Math.abs(by) < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: "percent", signDisplay, maximumFractionDigits }).format(
    by / 100,
  );
}
