const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "3 min", "2 hr": the largest unit of a time in seconds, rounded down. */
export function duration(seconds: number, language: string): string {
  const [unit, size] = UNITS.find(([, of]) => seconds >= of) ?? (["second", 1] as const);
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, style).format(Math.floor(seconds / size));
}
