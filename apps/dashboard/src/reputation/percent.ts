/** "4.2%": at most two digits behind the point, as the API counts. */
export function percent(share: number, language: string): string {
  const style = { style: "percent", maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, style).format(share / 100);
}
