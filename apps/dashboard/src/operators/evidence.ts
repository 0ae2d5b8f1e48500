/** What a decision rests on, in short: `["sent: 120", "hurt: 9"]`. */
export function evidenceOf(evidence: object): string[] {
  return Object.entries(evidence).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
    return text === "" ? [] : [`${name.replaceAll("_", " ")}: ${text}`];
  });
}
