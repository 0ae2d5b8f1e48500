/**
 * The tables of docs/limits.md: `{ documents, general }` → Markdown. Run by itself, it reads them from its standard
 * input; a test compares what it writes.
 */
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import prettier from "prettier";

/** Where the part of the page begins that is made. */
export const MADE = "<!-- Made from the API's schemas by scripts/limits.mjs; do not edit below. -->";

export async function limitsPage({ documents, general }) {
  const rows = (lines) => lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const markdown = [
    MADE,
    "## Requests, messages, accounts",
    `| at most | |\n| --- | --- |\n${rows(general)}`,
    "## Fields",
    `| field | limit | of |\n| --- | --- | --- |\n${rows(fieldRows(documents))}`,
  ].join("\n\n");
  return prettier.format(markdown, { parser: "markdown", printWidth: 110 });
}

/** One row for each field and limit, with the resources that it is a field of. */
function fieldRows(documents) {
  const found = new Map();
  for (const document of documents)
    for (const operations of Object.values(document.paths))
      for (const operation of Object.values(operations)) {
        const resource = operation.operationId.replace(/^v1\./, "").split(".")[0];
        for (const { field, limits } of fieldsOf(document, operation)) {
          const key = `${field} | ${limits}`;
          found.set(key, (found.get(key) ?? new Set()).add(resource));
        }
      }
  return [...found]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([key, resources]) => [...key.split(" | "), [...resources].sort().join(", ")]);
}

function fieldsOf(document, { parameters = [], requestBody }) {
  const [{ schema: body } = {}] = Object.values(requestBody?.content ?? {});
  return [
    ...parameters.flatMap(({ name, schema }) => inside(document, schema, name)),
    ...(body ? inside(document, body, "") : []),
  ];
}

/** `tags[].name`, `headers.*`; of a batch, the fields of each email. */
function inside(document, schema, path) {
  if (schema.$ref) return inside(document, document.components.schemas[schema.$ref.split("/").at(-1)], path);
  const limits = said(schema);
  const { anyOf = [], properties = {}, additionalProperties: other, items } = schema;
  return [
    ...(limits === "" ? [] : [{ field: path === "" ? "the body" : `\`${path}\``, limits }]),
    ...anyOf.flatMap((one) => inside(document, one, path)),
    ...Object.entries(properties).flatMap(([key, one]) =>
      inside(document, one, path === "" ? key : `${path}.${key}`),
    ),
    ...(typeof other === "object" ? inside(document, other, `${path}.*`) : []),
    ...(items ? inside(document, items, path === "" ? "" : `${path}[]`) : []),
  ];
}

function said(schema) {
  const one = (low, high, unit) => {
    const [least, most] = [schema[low], schema[high]];
    if (least === undefined && most === undefined) return [];
    if (least === undefined) return [`${shown(most)}${unit}`];
    return [
      most === undefined ? `at least ${shown(least)}${unit}` : `${shown(least)} to ${shown(most)}${unit}`,
    ];
  };
  const { pattern, propertyNames: names, minLength, maxLength } = schema;
  // Of most texts it is the only limit that they are not empty.
  const length =
    maxLength === undefined && minLength === 1 ? [] : one("minLength", "maxLength", " characters");
  return [
    ...length,
    ...one("minItems", "maxItems", " entries"),
    ...one("minProperties", "maxProperties", " keys"),
    ...(names ? [`keys of ${shown(names.maxLength)} characters like ${code(names.pattern)}`] : []),
    ...one("minimum", "maximum", ""),
    ...one("x-minJsonBytes", "x-maxJsonBytes", " bytes as JSON"),
    ...one("x-minJsonCharacters", "x-maxJsonCharacters", " characters as JSON"),
    ...(pattern ? [`like ${code(pattern)}`] : []),
  ].join("; ");
}

function shown(number) {
  return number.toLocaleString("en-US");
}

function code(pattern) {
  return `\`${pattern.replaceAll("|", "\\|")}\``;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.stdout.write(await limitsPage(JSON.parse(await text(process.stdin))));
}
