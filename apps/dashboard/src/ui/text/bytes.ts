const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "12 kB": a size in bytes for people. */
export function bytes(size: number, language: string): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3));
  const unit = UNITS[step] ?? "byte";
  // The short form of bytes has no plural.
  const unitDisplay = step === 0 ? "long" : "short";
  const style = { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, style).format(size / 1000 ** step);
}
