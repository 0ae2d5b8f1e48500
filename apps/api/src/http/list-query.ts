import { MAX_ADDRESS_CHARACTERS, parseAddress } from "@sendex/core/accepting/address";
import { type FieldError, invalidFields } from "@sendex/core/error";
import { hasControl } from "@sendex/kit/text";
import type { Dialect } from "@sendex/core/accepting/message";
import { parseInstant } from "@sendex/core/accepting/instant";
import { statusWords } from "@sendex/wire/messages/words";
import { isId } from "@sendex/crypto/token";
import type { MessageFilter } from "@sendex/pipeline/messages/read";
import Joi from "joi";
import { limited } from "./openapi/limited";
import { fieldErrors, nulError } from "./shape";

/** What a list is paged by. Source: docs/contract.md "The life of a message". */
export interface Page {
  limit: number;
  after?: string;
  before?: string;
}

interface MessageQuery extends Page {
  format?: "json" | "csv";
  status?: string;
  recipient?: string;
  sender?: string;
  tag?: { name: string; value: string };
  metadata?: { name: string; value: string };
  created_after?: Date;
  created_before?: Date;
  q?: string;
}

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const MAX_TEXT = 256;
/** A name and a value, of 256 characters each as tags have them. */
const MAX_PAIR = 2 * MAX_TEXT + 1;
const MAX_NAME = 120;

/** A value → what it means, or undefined where it means nothing; `type` is one of the codes in shape.ts. `text` is checked first. */
export function meaning(
  read: (text: string) => unknown,
  type: string,
  text: Joi.StringSchema = Joi.string(),
): Joi.StringSchema {
  return text.custom((given: string, helpers: Joi.CustomHelpers) => read(given) ?? helpers.error(type));
}

const limit = Joi.number()
  .custom((value: unknown, helpers) =>
    // Joi would take `1e1` and ` 10` as well.
    /^\d{1,4}$/.test(String(helpers.original)) ? value : helpers.error("limit.base"),
  )
  .error((reports) => {
    for (const report of reports) if (report.code === "number.base") report.code = "limit.base";
    return reports;
  })
  .integer()
  .min(1)
  .max(MAX_LIMIT)
  .default(DEFAULT_LIMIT);

export const address = limited(meaning(parseAddress, "address.base"), {
  maxLength: MAX_ADDRESS_CHARACTERS,
}).example("you@example.com");
/** A day alone is its first moment in UTC. */
export const instant = meaning((text) => {
  const at = parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  return at && at.getTime() >= 0 ? at : undefined;
}, "instant.base").description("ISO 8601 with a zone, or a day in UTC.");
export const line = meaning((text) => (hasControl(text) ? undefined : text), "line.base").max(MAX_TEXT);
const pair = meaning(readPair, "tag.base", Joi.string().max(MAX_PAIR))
  .description("`name:value`")
  .example("campaign:spring");

/** Rows of a list as CSV; the next ones are asked for with `after`. */
export const MAX_CSV_ROWS = 10_000;

/** The parameter of a list that can be had as CSV (csv.ts). */
export const format = Joi.valid("json", "csv").description(
  `\`csv\`: text/csv of up to ${MAX_CSV_ROWS.toLocaleString("en-US")} rows, whatever \`limit\` says, as with \`Accept: text/csv\`. \`X-Truncated: true\` says that there are more, and \`X-Next-After\` what goes into \`after\` for them.`,
);

/** What a list's entries are known by: ids with this prefix, or what it holds for. */
export type Ids = string | ((text: string) => boolean);

/** The parameters of a list of such entries. */
export function pageQuery(ids: Ids): Joi.ObjectSchema<Page> {
  return Joi.object<Page>(pageKeys(ids)).oxor("after", "before");
}

/** The parameters of a list of messages, in the words of each surface. */
export const MESSAGE_QUERY = { sendex: messageQuery("sendex"), sendarix: messageQuery("sendarix") };

/** Throws bad_request with every unknown or bad parameter. */
export function readMessageQuery(query: URLSearchParams, surface: Dialect): MessageFilter {
  const { created_after, created_before, format: _, ...rest } = readQuery(MESSAGE_QUERY[surface], query);
  return {
    ...rest,
    surface,
    ...(created_after && { createdAfter: created_after }),
    ...(created_before && { createdBefore: created_before }),
  };
}

/** Throws bad_request with every unknown or bad parameter. */
export function readPage(query: URLSearchParams, ids: Ids): Page {
  return readQuery(pageQuery(ids), query);
}

/** Checks a query by its schema, which also describes it. Throws bad_request with every unknown or bad parameter. */
export function readQuery<T extends object>(schema: Joi.ObjectSchema<T>, query: URLSearchParams): T {
  const given = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const [name, text] of query) {
    // Joi does not see a key of this name.
    if (name === "__proto__") errors.push(unknown(name));
    else if (given.has(name)) errors.push(twice(name));
    else if (text.includes("\0")) errors.push(nulError(name));
    else given.set(name, text);
  }
  const result = schema.validate(Object.fromEntries(given), {
    abortEarly: false,
    errors: { wrap: { label: "" } },
  });
  const wrong = fieldErrors(result.error?.details ?? []);
  errors.push(...wrong.map((error) => (error.code === "unknown" ? unknown(error.field) : error)));
  if (result.error || errors.length > 0) throw invalidFields(errors);
  return result.value;
}

function unknown(name: string): FieldError {
  const field = name.slice(0, MAX_NAME);
  return { field, code: "unknown", message: `${field} is not a parameter of this list.` };
}

function twice(name: string): FieldError {
  const field = name.slice(0, MAX_NAME);
  return { field, code: "duplicate", message: `${field} is given twice.` };
}

function messageQuery(surface: Dialect): Joi.ObjectSchema<MessageQuery> {
  return Joi.object<MessageQuery>({
    ...pageKeys("msg"),
    status: Joi.valid(...statusWords(surface)),
    recipient: address.description("Any of the recipients."),
    sender: address,
    tag: pair,
    metadata: pair,
    created_after: instant,
    created_before: instant,
    q: line.description("Part of the subject."),
    format,
  }).oxor("after", "before");
}

export function pageKeys(ids: Ids): Joi.SchemaMap {
  const isIt = typeof ids === "string" ? (text: string) => isId(ids, text) : ids;
  const id = meaning((text) => (isIt(text) ? text : undefined), "id.base");
  return {
    limit,
    after: id.description("An id: the page of what is older than it."),
    before: id.description("An id: the page of what is newer than it. Not together with `after`."),
  };
}

function readPair(text: string): { name: string; value: string } | undefined {
  const colon = text.indexOf(":");
  if (colon < 1 || hasControl(text)) return undefined;
  return { name: text.slice(0, colon), value: text.slice(colon + 1) };
}
