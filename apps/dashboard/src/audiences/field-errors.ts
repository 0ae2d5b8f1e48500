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

/** What the API said, for a place that shows no fields: of each field once, or of the whole. */
export function reasonsOf({ fields, message }: Pick<Problem, "fields" | "message">): string[] {
  return fields.length > 0 ? [...new Set(fields.map((field) => field.message))] : [message];
}
