import { compile } from "html-to-text";
import { Parser } from "htmlparser2";

/**
 * The text part that is made of a mail's HTML: its words in lines, links with their addresses, images by their
 * alternative text.
 */

/** Longer HTML gets no text part: a mail is cut by readers at about 100 KB. */
export const MAX_HTML_CHARACTERS = 256 * 1024;
/** The parser takes time by the square of the depth; mails of nested tables have about 50. */
const MAX_DEPTH = 200;
/** Characters parsed before the depth is looked at. */
const SLICE = 8 * 1024;
const MAX_CHILDREN = 10_000;

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARACTERS, maxDepth: MAX_DEPTH, maxChildNodes: MAX_CHILDREN },
  selectors: [
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: "img", format: "alt" },
    { selector: "head", format: "skip" },
    { selector: "title", format: "skip" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
  formatters: {
    alt(element, _walk, builder) {
      const { alt } = element.attribs as Record<string, unknown>;
      if (typeof alt === "string") builder.addInline(alt);
    },
  },
});

/** Undefined where the HTML holds no words, or is too long or too deep. */
export function textOf(html: string): string | undefined {
  if (html.length > MAX_HTML_CHARACTERS || isTooDeep(html)) return undefined;
  return toText(html).trim() || undefined;
}

function isTooDeep(html: string): boolean {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname: () => void (deepest = Math.max(deepest, (depth += 1))),
    onclosetag: () => void (depth -= 1),
  });
  for (let at = 0; at < html.length && deepest <= MAX_DEPTH; at += SLICE)
    parser.write(html.slice(at, at + SLICE));
  return deepest > MAX_DEPTH;
}
