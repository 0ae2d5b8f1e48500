import { decodeHTML, decodeHTMLAttribute } from "entities/decode";

/** What the scanner meets, in order. Names are in lower case. */
export interface HtmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const MAX_ATTRIBUTES = 40;
const MAX_VALUE = 8192;
const NAME_END = /[\s/>]/g;
const ATTRIBUTE_END = /[\s/>=]/g;
const BARE_END = /[\s>]/g;
const NOT_SPACE = /[^\s/]/g;
const VALUE_START = /\S/g;
/** Elements whose content is no mark-up; of these only a text area's is shown. */
const RAW = new Set(["style", "script", "title", "textarea", "xmp", "noembed", "iframe"]);

/**
 * Scans HTML as tolerantly as mail programs do: unknown, unclosed and misnested tags are all right. It builds no tree
 * and never goes back, so time is linear whatever it is given. Never throws.
 *
 * Ours because htmlparser2 (10.1.0, the last that CommonJS can take here) searches all open elements at every closing
 * tag: 600,000 characters of `<div>` and `</x>` took it 10 s of CPU time, and this scanner 0.04 s; honest mail took
 * the two about the same. parse5 builds a tree.
 */
export function scanHtml(html: string, handler: HtmlHandler): void {
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    if (tag < 0) break;
    if (tag > at) handler.text(decodeHTML(html.slice(at, tag)));
    at = scanTag(html, tag, handler);
  }
  if (at < html.length) handler.text(decodeHTML(html.slice(at)));
}

/** → where the text goes on. */
function scanTag(html: string, tag: number, handler: HtmlHandler): number {
  const next = html.charAt(tag + 1);
  if (/[a-z]/i.test(next)) return scanOpen(html, tag, handler);
  if (next === "/") {
    const end = after(html, ">", tag);
    const name = /^[a-z][a-z0-9:-]*/i.exec(html.slice(tag + 2, Math.min(end, tag + 66)))?.[0];
    if (name !== undefined) handler.close(name.toLowerCase());
    return end;
  }
  if (html.startsWith("<!--", tag)) return after(html, "-->", tag + 2);
  if (next === "!" || next === "?") return after(html, ">", tag);
  handler.text("<");
  return tag + 1;
}

function scanOpen(html: string, tag: number, handler: HtmlHandler): number {
  const nameEnd = find(NAME_END, html, tag + 1);
  const name = html.slice(tag + 1, Math.min(nameEnd, tag + 65)).toLowerCase();
  const attributes: Record<string, string> = {};
  let count = 0;
  let at = nameEnd;
  for (;;) {
    at = find(NOT_SPACE, html, at);
    // As browsers do: a tag that never ends is none.
    if (at >= html.length) return at;
    if (html.charAt(at) === ">") break;
    const read = readAttribute(html, at);
    if (count < MAX_ATTRIBUTES && !Object.hasOwn(attributes, read.name)) {
      attributes[read.name] = decodeHTMLAttribute(read.value);
      count += 1;
    }
    at = read.end;
  }
  handler.open(name, attributes);
  return RAW.has(name) ? scanRaw(html, name, at + 1, handler) : at + 1;
}

function readAttribute(html: string, start: number): { name: string; value: string; end: number } {
  // A name may begin with "=", as browsers read it; that also makes each turn go on.
  const nameEnd = find(ATTRIBUTE_END, html, start + 1);
  const name = html.slice(start, Math.min(nameEnd, start + 64)).toLowerCase();
  const equals = find(VALUE_START, html, nameEnd);
  if (html.charAt(equals) !== "=") return { name, value: "", end: nameEnd };
  const start2 = find(VALUE_START, html, equals + 1);
  const quote = html.charAt(start2);
  if (quote !== '"' && quote !== "'") {
    const end = find(BARE_END, html, start2);
    return { name, value: html.slice(start2, Math.min(end, start2 + MAX_VALUE)), end };
  }
  const close = html.indexOf(quote, start2 + 1);
  const end = close < 0 ? html.length : close;
  return { name, value: html.slice(start2 + 1, Math.min(end, start2 + MAX_VALUE)), end: end + 1 };
}

function scanRaw(html: string, name: string, from: number, handler: HtmlHandler): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  const end = find(closing, html, from);
  if (name === "textarea") handler.text(decodeHTML(html.slice(from, end)));
  return end;
}

/** Where the pattern is next found, or the end. */
function find(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}
