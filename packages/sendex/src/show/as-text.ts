/** One `name: value` line each, nested names dotted; the items of a list that is the result itself stand between blank lines. */
export function asText(result: object): string {
  return Object.entries(result)
    .map(([name, value]: [string, unknown]) => {
      if (!isListOfThings(value)) return named(name, value).join("\n");
      return value.map((item) => within(item, "").join("\n")).join("\n\n");
    })
    .join("\n");
}

function within(thing: object, prefix: string): string[] {
  return Object.entries(thing).flatMap(([name, value]: [string, unknown]) =>
    named(`${prefix}${name}`, value),
  );
}

function named(name: string, value: unknown): string[] {
  if (isListOfThings(value)) return value.flatMap((item, i) => within(item, `${name}.${i + 1}.`));
  if (Array.isArray(value)) return [`${name}: ${value.map(String).map(plain).join(", ")}`];
  if (typeof value === "object" && value !== null) return within(value, `${name}.`);
  return [`${name}: ${plain(String(value))}`];
}

function isListOfThings(value: unknown): value is object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "object" && item !== null)
  );
}

/** What somebody wrote, without what would steer a terminal. */
export function plain(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");
}
