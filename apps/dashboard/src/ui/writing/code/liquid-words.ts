/** Filters of docs/liquid-filters.md that CodeMirror's own list lacks. */
export const MORE_FILTERS = [
  ...["array_to_sentence_string", "base64_decode", "base64_encode", "cgi_escape", "date_to_long_string"],
  ...[
    "date_to_rfc822",
    "date_to_string",
    "date_to_xmlschema",
    "find",
    "find_exp",
    "find_index",
    "find_index_exp",
  ],
  ...["group_by", "group_by_exp", "has", "has_exp", "hmac_sha256", "inspect", "json", "jsonify"],
  ...["normalize_whitespace", "number_of_words", "pop", "push", "raw", "reject", "reject_exp", "remove_last"],
  ...[
    "replace_last",
    "sample",
    "sha256",
    "shift",
    "slugify",
    "squish",
    "to_integer",
    "unshift",
    "uri_escape",
  ],
  ...["where_exp", "xml_escape"],
];

/** Tags and words that Sendex's Liquid does not have, as a template brings in no other. */
export const REFUSED = new Set(["include", "render", "with", "as"]);

const LOCALS = /\{%-?\s*(?:for|tablerow|assign|capture|increment|decrement)\s+([A-Za-z_]\w*)/g;

/** Names that the template makes itself: of loops, `assign` and `capture`. */
export function localsOf(text: string): string[] {
  return [...new Set([...text.matchAll(LOCALS)].flatMap(([, name]) => name ?? []))];
}

const LOOPS = /\{%-?\s*(?:for|tablerow)\s+([A-Za-z_]\w*)\s+in\s+([A-Za-z_][\w.]*)/g;

/** The keys of what stands at a path in the test data; a loop's name stands for the first entry of its list. */
export function keysAt(
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
  text: string,
): string[] {
  const lists = new Map([...text.matchAll(LOOPS)].map(([, name = "", list = ""]) => [name, list.split(".")]));
  const found = follow(path, values, lists, 0);
  return isObject(found) ? Object.keys(found) : [];
}

/** Loops in loops, but no loop over itself. */
const DEEPEST = 5;

function follow(
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
  lists: Map<string, string[]>,
  depth: number,
): unknown {
  const [first = "", ...rest] = path;
  const list = first in values || depth > DEEPEST ? undefined : lists.get(first);
  const start = list ? firstOf(follow(list, values, lists, depth + 1)) : values[first];
  return rest.reduce<unknown>(
    (at, key) => (key === "[]" ? firstOf(at) : isObject(at) ? at[key] : undefined),
    start,
  );
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
