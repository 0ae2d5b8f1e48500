import { EVENT_NAMES } from "@sendex/api/webhooks/schemas";
import type { Schema } from "./described-fields";

/** What a field with a limit is sent: values that keep it exactly, and values that go over it. */
export interface LimitCase {
  /** The word of JSON Schema. */
  word: string;
  limit: unknown;
  /** Nothing speaks against it but what else is asked of the field; absent where what keeps the limit needs no case of its own. */
  within?: unknown;
  beyond: unknown;
}

/**
 * Every limit in a field's schema.
 * @param name as errors name it: `tags[0].name`
 * @param sample one that is accepted, where the field must have a certain form: it is lengthened or repeated
 */
export function limitCases(name: string, schema: Schema, sample: unknown): LimitCase[] {
  return Object.entries(schema).flatMap(([word, limit]) => {
    const made = CASES[word]?.({ name, schema, sample, limit: Number(limit), given: limit });
    return made ? made.map((one) => ({ word, limit, ...one })) : [];
  });
}

/** For a field without a limit: a text or a list that is longer than any limit that could have been forgotten. */
export function unlimited({ type, enum: values, maxLength, maxItems }: Schema, sample: unknown): unknown {
  if (type === "string" && maxLength === undefined && values === undefined) return "a".repeat(10_000);
  if (type !== "array" || maxItems !== undefined) return undefined;
  return Array.from({ length: 2_000 }, () => sample ?? "a");
}

interface Given {
  name: string;
  schema: Schema;
  sample: unknown;
  limit: number;
  given: unknown;
}

type Pair = Omit<LimitCase, "word" | "limit">;

const CASES: Record<string, (given: Given) => Pair[]> = {
  maxLength: (given) => {
    const within = text(given, given.limit);
    const { pattern } = given.schema;
    if (typeof pattern === "string" && !new RegExp(pattern, "u").test(within))
      throw new Error(`${given.name} needs a form in test/limit-cases.ts.`);
    return [{ within, beyond: text(given, given.limit + 1) }];
  },
  minLength: ({ limit }) => [{ beyond: "a".repeat(limit - 1) }],
  pattern: ({ given }) => [{ beyond: unlike(String(given)) }],
  maximum: ({ limit }) => [{ within: limit, beyond: limit + 1 }],
  minimum: ({ limit }) => [{ within: limit, beyond: limit - 1 }],
  maxItems: (given) => [{ within: items(given, given.limit), beyond: items(given, given.limit + 1) }],
  minItems: (given) => [{ within: items(given, given.limit), beyond: items(given, given.limit - 1) }],
  maxProperties: ({ limit }) => [{ within: keys(limit), beyond: keys(limit + 1) }],
  propertyNames: ({ given }) => {
    const { maxLength, pattern } = given as { maxLength: number; pattern: string };
    return [
      { within: { ["a".repeat(maxLength)]: "x" }, beyond: { ["a".repeat(maxLength + 1)]: "x" } },
      { beyond: { [unlike(pattern)]: "x" } },
    ];
  },
  "x-maxJsonBytes": ({ limit }) => [{ within: json(limit), beyond: json(limit + 1) }],
  "x-maxJsonCharacters": ({ name, schema, limit }) => {
    const make = name === "blocks" ? blocks : schema["items"] === undefined ? json : declarations;
    return [{ within: make(limit), beyond: make(limit + 1) }];
  },
};

let count = 0;

/** A text of this length that has the form of the field: by its name, or by the sample. */
function text({ name, sample }: Given, length: number): string {
  const own = FORMS.find(([field]) => field.test(name))?.[1];
  count += 1;
  const plain = typeof sample === "string" ? sample.padEnd(length) : `a${count}`.padEnd(length, "a");
  return own ? own(length) : plain;
}

const FORMS: [RegExp, (length: number) => string][] = [
  [/\.email$/, address],
  [/^(recipient|sender|email)\?$/, address],
  [/^(tag|metadata)\?$/, (length) => "a:".padEnd(length, "b")],
  [/(^endpoint|\.path)$/, (length) => "https://files.example/".padEnd(length, "a")],
  [/^events\?$/, (length) => EVENT_NAMES.join(",").padEnd(length)],
  [/^metrics\?$/, (length) => "sent".padEnd(length)],
  [/^dimensions\?$/, (length) => "domain".padEnd(length)],
  [/^priority\?$/, (length) => "bulk".padEnd(length)],
  [/content_type$/, (length) => "text/".padEnd(length, "a")],
  [/headers\.a$/, (length) => broken(length, " ")],
  [/^mjml$/, (length) => "<mjml><mj-body></mj-body></mjml>".padEnd(length)],
  [/(^|\.)logo$/, image],
  [/redirect_url$/, (length) => "https://acme.example/".padEnd(length, "a")],
  [/^name$/, (length) => broken(length, ".")],
];

/** A local part of 64 characters, and a domain of many labels. */
function address(length: number): string {
  return `${"a".repeat(64)}@${broken(length - 65, ".")}`;
}

/** The first bytes of a PNG, and nothing more, in base64. */
function image(length: number): string {
  const bytes = Buffer.alloc(Math.floor((length / 4) * 3) - 2);
  bytes.write("\x89PNG\r\n\x1a\n", "latin1");
  return bytes.toString("base64").padEnd(length, "=");
}

/** Of words of 49 characters. */
function broken(length: number, by: string): string {
  return Array.from({ length }, (_, i) => (i % 50 === 49 ? by : "b")).join("");
}

function unlike(pattern: string): string {
  const candidates = ["a b", "ä", "a\u0007", "a\0"];
  const found = candidates.find((candidate) => !new RegExp(pattern, "u").test(candidate));
  if (found === undefined) throw new Error(`Nothing is unlike ${pattern}: test/limit-cases.ts.`);
  return found;
}

function items({ sample }: Given, length: number): unknown[] {
  return Array.from({ length }, (_, i) => (typeof sample === "function" ? (sample(i) as unknown) : sample));
}

function keys(length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length }, (_, i) => [`X-A${i}`, "x"]));
}

/** An object of this length as JSON. */
function json(length: number): unknown {
  return lengthened(length, (value) => ({ name: "Ada", value }));
}

/** Blocks of this length as JSON. */
function blocks(length: number): unknown {
  return lengthened(length, (text) => ({ items: [{ type: "heading", level: 1, spans: [{ text }] }] }));
}

/** Declared variables of this length as they are kept. */
function declarations(length: number): unknown {
  const kept = (fallback: string) => [{ key: "a", type: "string", fallback }];
  const room = length - JSON.stringify(kept("")).length;
  return [{ key: "a", type: "string", fallback_value: "x".repeat(room) }];
}

function lengthened(length: number, of: (value: string) => unknown): unknown {
  return of("x".repeat(length - JSON.stringify(of("")).length));
}
