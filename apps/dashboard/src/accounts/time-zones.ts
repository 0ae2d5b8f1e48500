export interface ZoneChoice {
  value: string;
  label: string;
}

/** The zones that the browser knows, UTC first, each with its distance to UTC at `at` (ms), and the one that is set. */
export function timeZones(set: string, at: number, language: string): ZoneChoice[] {
  const known = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return [...new Set(known.includes(set) ? known : [set, ...known])].map((value) => ({
    value,
    label: `${value.replaceAll("_", " ")} (${distanceOf(value, at, language)})`,
  }));
}

/** "GMT+9"; empty for a zone that the browser does not know. */
function distanceOf(timeZone: string, at: number, language: string): string {
  try {
    const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "shortOffset" });
    return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}
