/** A part of a whole, in percent; undefined where there is no whole. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole > 0 ? (part / whole) * 100 : undefined;
}

/**
 * "98.2%". Neither "0%" where there is something nor "100%" where something is missing: "< 0.1%", "> 99.9%".
 * @param share in percent
 */
export function percent(share: number, language: string): string {
  const style = { style: "percent", maximumFractionDigits: 1 } as const;
  const format = new Intl.NumberFormat(language, style);
  if (share > 0 && share < 0.1) return `< ${format.format(0.001)}`;
  if (share > 99.9 && share < 100) return `> ${format.format(0.999)}`;
  return format.format(share / 100);
}

export function number(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}

/** "12K", for the lines of a chart. */
export function compact(count: number, language: string): string {
  return new Intl.NumberFormat(language, { notation: "compact" }).format(count);
}
