import { describe, expect, it } from "@jest/globals";
import type { Block, Blocks, SimpleBlock, Span, TextPart } from "@sendex/core/templates/blocks/blocks";
import { readBlocks } from "@sendex/core/templates/blocks/read";
import { contrastOf, MIN_CONTRAST } from "@sendex/core/templates/contrast";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { textOf } from "../html-text";
import { blocksHtml } from "./html";

/** What a parser of HTML finds: words, links, and images with their alternative texts. */
function seen(html: string) {
  const found = { words: "", links: [] as string[], images: [] as [string, string][], open: [] as string[] };
  const parser = new Parser({
    ontext: (text) => void (found.words += text),
    onopentag(name, { href, src, alt }) {
      if (href !== undefined) found.links.push(href);
      if (name === "img") found.images.push([src ?? "", alt ?? "none"]);
      if (name === "br") found.words += "\n";
    },
  });
  parser.end(html);
  return found;
}

/** Words that a mail program may not change: no white space at their ends, and no Liquid. */
const words = fc.stringMatching(/^[a-z<>&"'äß€/=]{1,12}( [a-z<>&"']{1,8}){0,2}$/);
const link = fc.stringMatching(/^https:\/\/[a-z]{1,9}\.example\/[a-z0-9?&="'<>]{0,12}$/);
const span: fc.Arbitrary<Span> = fc.record(
  { text: words, bold: fc.constant(true), italic: fc.constant(true), link },
  { requiredKeys: ["text"] },
);
const spans = fc.array(span, { minLength: 1, maxLength: 3 });
const align = fc.constantFrom("left" as const, "center" as const, "right" as const);
const part: fc.Arbitrary<TextPart> = fc.oneof(
  fc.record({ type: fc.constant("paragraph" as const), spans }),
  fc.record(
    {
      type: fc.constant("list" as const),
      ordered: fc.constant(true),
      items: fc.array(spans, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["type", "items"] },
  ),
);
const parts = fc.array(part, { minLength: 1, maxLength: 3 });
const simple: fc.Arbitrary<SimpleBlock> = fc.oneof(
  fc.record({ type: fc.constant("heading" as const), level: fc.integer({ min: 1, max: 3 }), spans, align }),
  fc.record({ type: fc.constant("text" as const), parts, align }),
  fc.record({ type: fc.constant("button" as const), text: words, link, align }),
  fc.record(
    {
      type: fc.constant("image" as const),
      url: link,
      alt: words,
      width: fc.integer({ min: 1, max: 536 }),
      link,
      align,
    },
    { requiredKeys: ["type", "url", "alt"] },
  ),
  fc.constant({ type: "divider" as const }),
  fc.record({ type: fc.constant("spacer" as const), height: fc.integer({ min: 4, max: 120 }) }),
  fc.record({ type: fc.constant("footer" as const), parts, unsubscribe: words }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("columns" as const),
      columns: fc.array(fc.array(simple, { maxLength: 3 }), { minLength: 2, maxLength: 2 }),
    }),
  },
);
const color = fc.stringMatching(/^#[0-9a-f]{6}$/);
const tree: fc.Arbitrary<Blocks> = fc.record(
  {
    items: fc.array(block, { minLength: 1, maxLength: 6 }),
    colors: fc.record({ page: color, mail: color, text: color, accent: color }),
  },
  { requiredKeys: ["items"] },
);

interface Said {
  words: string[];
  links: string[];
  images: [string, string][];
}

function saidIn(one: Block): Said {
  const ofSpans = (all: Span[]): Said => ({
    words: all.map(({ text }) => text),
    links: all.flatMap(({ link: to }) => (to === undefined ? [] : [to])),
    images: [],
  });
  const ofParts = (all: TextPart[]) =>
    joined(all.map((each) => (each.type === "list" ? joined(each.items.map(ofSpans)) : ofSpans(each.spans))));
  switch (one.type) {
    case "columns":
      return joined(one.columns.flat().map(saidIn));
    case "heading":
      return ofSpans(one.spans);
    case "text":
      return ofParts(one.parts);
    case "button":
      return { words: [one.text], links: [one.link], images: [] };
    case "image":
      return { words: [], links: one.link === undefined ? [] : [one.link], images: [[one.url, one.alt]] };
    case "footer":
      return joined([
        ofParts(one.parts),
        { words: [one.unsubscribe], links: ["{{{unsubscribe_url}}}"], images: [] },
      ]);
    default:
      return { words: [], links: [], images: [] };
  }
}

function joined(all: Said[]): Said {
  return {
    words: all.flatMap((each) => each.words),
    links: all.flatMap((each) => each.links),
    images: all.flatMap((each) => each.images),
  };
}

describe("a mail of blocks", () => {
  it("has every word, link and alternative text of any blocks, in its HTML and in the text made of it", () => {
    fc.assert(
      fc.property(tree, (blocks) => {
        expect(readBlocks(blocks)).toEqual({ blocks });
        const html = blocksHtml(blocks);
        const said = joined(blocks.items.map(saidIn));
        const found = seen(html);
        expect(found.links).toEqual(said.links);
        expect(found.images).toEqual(said.images);
        let rest = found.words;
        for (const word of said.words) {
          expect(rest).toContain(word);
          rest = rest.slice(rest.indexOf(word) + word.length);
        }
        const text = textOf(html) ?? "";
        for (const word of [...said.words, ...said.images.map(([, alt]) => alt), ...said.links])
          expect(text).toContain(word);
      }),
      { numRuns: 150 },
    );
  });

  it("leaves Liquid as it was written, in words, links and addresses of images", () => {
    const liquid = [
      '{{ name | default: "you & <me>" }}',
      "{{{contact.plan|free}}}",
      '{% if a > 1 and b == "x" %}',
      "{% endif %}",
    ];
    const html = blocksHtml({
      items: liquid.flatMap((code): Block[] => [
        { type: "heading", level: 1, spans: [{ text: `a < ${code} & b` }] },
        { type: "button", text: code, link: `https://acme.example/?a=1&b=${code}` },
        { type: "image", url: code, alt: code },
      ]),
    });
    for (const code of liquid) {
      expect(html).toContain(`>a &lt; ${code} &amp; b<`);
      expect(html).toContain(`href="https://acme.example/?a=1&amp;b=${code}"`);
      expect(html).toContain(`src="${code}" alt="${code}"`);
    }
  });

  it("can be read on its buttons whatever colour they have, and in the dark", () => {
    for (const accent of ["#1d4ed8", "#facc15", "#000000", "#f8fafc"]) {
      const html = blocksHtml({
        colors: { accent },
        items: [{ type: "button", text: "Go", link: "https://a.example" }],
      });
      const [, color = ""] = /inline-block;padding:12px 24px;color:(#\w+)/.exec(html) ?? [];
      expect(contrastOf(color, accent)).toBeGreaterThanOrEqual(MIN_CONTRAST);
      const [, night = ""] = /\.link\{color:(#\w+)!important/.exec(html) ?? [];
      expect(contrastOf(night, "#1a1b1e")).toBeGreaterThanOrEqual(MIN_CONTRAST);
    }
  });

  it("is no wider than 600 pixels, and an image no wider than its place", () => {
    const image: SimpleBlock = { type: "image", url: "https://a.example/a.png", alt: "A", width: 500 };
    const html = blocksHtml({ items: [image, { type: "columns", columns: [[image], []] }] });
    expect(html).toContain("max-width:600px");
    expect([...html.matchAll(/<img [^>]* width="(\d+)"/g)].map(([, width]) => width)).toEqual(["500", "260"]);
  });
});
