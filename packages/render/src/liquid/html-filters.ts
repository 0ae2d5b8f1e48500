import { decodeHTML } from "entities";
import { type Liquid, filters as stock } from "liquidjs";
import { asHtml, escapeHtml, escapeOnce, hasMarkup, Markup, shown, unmarked } from "./markup";

/**
 * The filters of a template's HTML. A filter takes and gives text, unless HTML is in its value or in what it puts in:
 * then all of it is made HTML first, its text escaped, and the result is HTML. Filters that decode, and all that are
 * not named here, give text.
 */

type Self = ThisParameterType<Extract<(typeof stock)[string], (...args: never[]) => unknown>>;
type Handler = (this: Self, value: unknown, ...args: unknown[]) => unknown;
type Filter = (this: Self, value: unknown, ...args: unknown[]) => unknown;

interface Rule {
  /** Which arguments become part of the result. */
  puts?: number[];
  /** Which are looked for in the value. */
  seeks?: number[];
  /** It may cut a tag or an entity in two: what is left of it goes. */
  cuts?: boolean;
}

const RULES: Record<string, Rule> = {
  append: { puts: [0] },
  prepend: { puts: [0] },
  join: { puts: [0] },
  array_to_sentence_string: { puts: [0] },
  date: { puts: [0] },
  replace: { seeks: [0], puts: [1] },
  replace_first: { seeks: [0], puts: [1] },
  replace_last: { seeks: [0], puts: [1] },
  remove: { seeks: [0] },
  remove_first: { seeks: [0] },
  remove_last: { seeks: [0] },
  split: { seeks: [0] },
  strip: { cuts: true },
  lstrip: { cuts: true },
  rstrip: { cuts: true },
  strip_newlines: {},
  squish: {},
  normalize_whitespace: {},
};

const CUTTING = ["slice", "truncate", "truncatewords"] as const;
const CASES = ["upcase", "downcase", "capitalize"] as const;
/** They hand items on as they are, and so may hand on HTML; or take an expression. */
const AS_THEY_ARE = /^(push|unshift|concat|\w+_exp)$/;

export function registerHtmlFilters(liquid: Liquid): void {
  for (const name of Object.keys(stock))
    if (!AS_THEY_ARE.test(name)) liquid.registerFilter(name, filterOf(name));
}

function filterOf(name: string): Filter {
  const own = OWN[name];
  if (own) return own;
  const rule = RULES[name];
  return rule ? byRule(handlerOf(name), rule) : onText(handlerOf(name));
}

function onText(handler: Handler): Filter {
  return function (value, ...args) {
    return handler.call(this, unmarked(value), ...args.map(unmarked));
  };
}

function byRule(handler: Handler, { puts = [], seeks = [], cuts = false }: Rule): Filter {
  return function (value, ...args) {
    const inHtml = hasMarkup(value);
    if (!inHtml && !puts.some((i) => args[i] instanceof Markup))
      return handler.call(this, value, ...args.map(unmarked));
    const given = args.map((arg, i) => {
      if (puts.includes(i)) return asHtml(arg);
      if (!seeks.includes(i)) return unmarked(arg);
      return inHtml ? asHtml(arg) : escapeHtml(shown(arg));
    });
    const result: unknown = handler.call(this, htmlOf(value), ...given);
    return marked(cuts ? whole(result) : result);
  };
}

/** Lists stay lists. */
function htmlOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map(asHtml) : asHtml(value);
}

function marked(result: unknown): unknown {
  if (typeof result === "string") return new Markup(result);
  return Array.isArray(result) ? result.map(marked) : result;
}

function cutting(name: (typeof CUTTING)[number]): Filter {
  const handler = handlerOf(name);
  return function (value, ...args) {
    const [at, end] = args;
    const inHtml = hasMarkup(value);
    if (!inHtml && !(end instanceof Markup && name !== "slice"))
      return handler.call(this, value, ...args.map(unmarked));
    const given = inHtml ? htmlOf(value) : value;
    const cut: unknown = handler.call(this, given, ...args.map(unmarked));
    if (name === "slice") return marked(whole(cut));
    if (cut === given) return value;
    const counted = end === undefined ? ELLIPSIS : shown(unmarked(end));
    const kept =
      name === "truncate"
        ? shown(cut).slice(0, shown(cut).length - counted.length)
        : shown(handler.call(this, given, at, ""));
    if (name === "truncatewords" && kept === cut) return value;
    const ending = end === undefined ? ELLIPSIS : asHtml(end);
    return new Markup((inHtml ? withoutRemains(kept) : escapeHtml(kept)) + ending);
  };
}

/** Of `truncate` and `truncatewords`. */
const ELLIPSIS = "...";

function whole(result: unknown): unknown {
  return typeof result === "string" ? withoutRemains(result) : result;
}

function withoutRemains(html: string): string {
  return html.replace(/^[^<>]*>/, "").replace(/<[^>]*$|&#?\w{0,32}$/, "");
}

const TAG_OR_ENTITY = /(<[^>]*>|&#?\w{1,32};)/;

function changingCase(name: (typeof CASES)[number]): Filter {
  const handler = handlerOf(name);
  return function (value, ...args) {
    if (!(value instanceof Markup)) return handler.call(this, value, ...args);
    const parts = value.html.split(TAG_OR_ENTITY);
    const first = parts.findIndex((part, i) => i % 2 === 0 && part !== "");
    const change = (part: string, i: number): string => {
      if (i % 2 === 1) return part;
      if (name === "capitalize" && i !== first) return part.toLowerCase();
      return shown(handler.call(this, part));
    };
    return new Markup(parts.map(change).join(""));
  };
}

const OWN: Record<string, Filter> = {
  ...Object.fromEntries(CUTTING.map((name) => [name, cutting(name)])),
  ...Object.fromEntries(CASES.map((name) => [name, changingCase(name)])),
  // A text is escaped when it is written, so that these leave it to be.
  escape: escapeText,
  xml_escape: escapeText,
  escape_once(value) {
    const text = escapeText.call(this, value);
    return typeof text === "string" ? new Markup(escapeOnce(text)) : text;
  },
  newline_to_br(value) {
    return marked(handlerOf("newline_to_br").call(this, asHtml(value)));
  },
  strip_html(value) {
    const stripped = shown(handlerOf("strip_html").call(this, unmarked(value)));
    return value instanceof Markup ? new Markup(stripped) : decodeHTML(stripped);
  },
  raw: (value) => (hasMarkup(value) ? value : new Markup(shown(value))),
  default(value, instead, ...options) {
    const chosen: unknown = handlerOf("default").call(this, unmarked(value), EMPTY, ...options);
    return chosen === EMPTY ? instead : value;
  },
  uniq(value) {
    if (!hasMarkup(value) || !Array.isArray(value)) return handlerOf("uniq").call(this, value);
    return [...new Map((value as unknown[]).map((item) => [unmarked(item), item] as const)).values()];
  },
  json: jsonForScripts,
  jsonify: jsonForScripts,
};

const EMPTY = Symbol("empty");

function escapeText(this: Self, value: unknown): string | Markup {
  return value instanceof Markup && !value.quoted ? value : shown(unmarked(value));
}

/** The same JSON, which ends no `<script>` where it stands raw in one. */
function jsonForScripts(this: Self, value: unknown, ...args: unknown[]): unknown {
  const json: unknown = handlerOf("json").call(this, unmarked(value), ...args);
  return typeof json === "string"
    ? json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    : json;
}

function handlerOf(name: string): Handler {
  const filter = stock[name];
  if (typeof filter === "function") return filter;
  return filter?.handler ?? ((value: unknown) => value);
}
