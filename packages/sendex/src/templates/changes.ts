import type { Template } from "./template";

/** One field that a push changes. */
export interface Change {
  field: keyof Omit<Template, "id">;
  before: unknown;
  after: unknown;
}

const FIELDS = [
  "name",
  "alias",
  "subject",
  "from",
  "reply_to",
  "variables",
  "mjml",
  "blocks",
  "html",
  "text",
] as const;
/** Of a part, so many lines of each side are shown. */
const MOST_LINES = 20;

/** What differs between a template in the account and one in files, in the order of its fields. */
export function changesOf(before: Template | undefined, after: Template): Change[] {
  return FIELDS.map((field) => ({ field, before: before?.[field] ?? null, after: after[field] })).filter(
    (change) => canonical(change.before) !== canonical(change.after),
  );
}

/** The order of an object's keys means nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** `subject: old → new`, and of longer texts the lines that differ. */
export function changeAsText({ field, before, after }: Change): string[] {
  const [old, now] = [shown(field, before), shown(field, after)];
  if (!old.includes("\n") && !now.includes("\n")) return [`${field}: ${old} → ${now}`];
  const { removed, added } = lineChanges(old.split("\n"), now.split("\n"));
  return [
    `${field}: ${removed.length} lines out, ${added.length} in`,
    ...some(removed).map((line) => `  - ${line}`),
    ...some(added).map((line) => `  + ${line}`),
  ];
}

function shown(field: Change["field"], value: unknown): string {
  if (value === null) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value, undefined, field === "blocks" ? 2 : 0);
}

/** What is between the lines that both begin with and those that both end with. */
export function lineChanges(before: string[], after: string[]): { removed: string[]; added: string[] } {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}

function some(lines: string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} more`] : lines;
}
