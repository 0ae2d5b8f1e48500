import type { Problem } from "../api/problem";

/** The form's field of each of the API's; `domains[2]` is among the domains. */
const FIELDS: Record<string, string> = { domain_id: "domains", rate_limit: "rate" };

/** What the API said of each field, by the form's name for it; what it said of none stands at the first. */
export function fieldErrors({
  fields,
  message,
}: Pick<Problem, "fields" | "message">): Record<string, string> {
  if (fields.length === 0) return { name: message };
  return Object.fromEntries(
    fields.map(({ field, message: said }) => {
      const name = field.replace(/\[\d+\]$/, "");
      return [FIELDS[name] ?? name, said];
    }),
  );
}
