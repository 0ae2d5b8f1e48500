import { Drop, toValue } from "liquidjs";

/**
 * HTML as a value of Liquid: what a filter made, what a `capture` holds, and a text that the author quoted with a tag
 * or an entity in it. Everything else is text, which is escaped once, when it is written. It is a class because the
 * language takes the worth of a `Drop` alone from `valueOf`.
 */
export class Markup extends Drop {
  constructor(
    readonly html: string,
    /** The author quoted it in the template, so that `escape` shows it as it is written. */
    readonly quoted = false,
  ) {
    super();
  }

  override valueOf(): string {
    return this.html;
  }

  override toString(): string {
    return this.html;
  }

  toJSON(): string {
    return this.html;
  }
}

/** A text on its way to the mail: whoever writes it escapes it, or keeps it as text. */
export class Text {
  constructor(readonly text: string) {}
}

const MARKUP = /<[a-z/!?]|&(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);/i;
/** All but the entities that stand in a text. */
const UNESCAPED = /[<>"']|&(?!(?:[a-z][a-z0-9]*|#\d+|#x[\da-f]+);)/gi;

export function looksLikeMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** Whether a value is HTML, or a list with HTML in it. */
export function hasMarkup(value: unknown): boolean {
  return value instanceof Markup || (Array.isArray(value) && value.some((item) => item instanceof Markup));
}

/** A value as HTML. */
export function asHtml(value: unknown): string {
  if (value instanceof Markup) return value.html;
  return hasMarkup(value) && Array.isArray(value) ? value.map(asHtml).join("") : escapeHtml(shown(value));
}

/** A value without its mark: what a filter takes that knows of text alone. */
export function unmarked(value: unknown): unknown {
  return value instanceof Markup ? value.html : value;
}

/** What the language writes for an output in HTML. */
export function written(value: unknown): Markup | Text {
  if (value instanceof Markup) return value;
  return hasMarkup(value) ? new Markup(asHtml(value)) : new Text(shown(value));
}

/** A value as text: lists without separators, as Liquid has it; objects as JSON. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(shown).join("");
  if (value instanceof Text) return value.text;
  const held: unknown = toValue(value);
  return held === value ? (JSON.stringify(value) ?? "") : shown(held);
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&#34;"],
  ["'", "&#39;"],
]);

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}

export function escapeOnce(text: string): string {
  return text.replace(UNESCAPED, escapeHtml);
}
