import type { Problem } from "../api/problem";

/**
 * What the API said of each field of a form; `segments[2].id` is among the segments. What it said of none stands at the
 * first.
 */
export function fieldErrors(
  { fields, message }: Pick<Problem, "fields" | "message">,
  first: string,
): Record<string, string> {
  if (fields.length === 0) return { [first]: message };
  return Object.fromEntries(
    fields.map(({ field, message: said }) => [field.replace(/\[\d+\](\.\w+)?$/, ""), said]),
  );
}
