/** What stands behind the `?`, as the router has parsed it: of any type, as anybody may write it. */
export type Search = Record<string, unknown>;

const MOST_CHARACTERS = 256;

/** A text that is not empty; numbers are texts too, as the router reads `?q=42` as one. */
export function textIn(search: Search, name: string, most = MOST_CHARACTERS): string | undefined {
  const value = search[name];
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" ? text.slice(0, most) : undefined;
}

/** One of these words. */
export function wordIn<Word extends string>(
  search: Search,
  name: string,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === search[name]);
}

/** A day: `2026-03-05`. */
export function dayIn(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

/** Without what is undefined, so that the URL stays short. */
export function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
