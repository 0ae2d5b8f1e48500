import type { JSONContent } from "@tiptap/core";
import type { Span, TextPart } from "./model";

/** The words of a block as the editor of texts has them, and back. */

export function docOf(parts: readonly TextPart[]): JSONContent {
  const content = parts.map((part) =>
    part.type === "paragraph"
      ? paragraph(part.spans)
      : {
          type: part.ordered ? "orderedList" : "bulletList",
          content: part.items.map((spans) => ({ type: "listItem", content: [paragraph(spans)] })),
        },
  );
  return { type: "doc", content: content.length > 0 ? content : [paragraph([])] };
}

export function partsOf({ content = [] }: JSONContent): TextPart[] {
  return content.map((node): TextPart => {
    if (node.type === "paragraph") return { type: "paragraph", spans: spansOf(node) };
    const items = (node.content ?? []).map(({ content: [first] = [] }) => (first ? spansOf(first) : []));
    return { type: "list", ...(node.type === "orderedList" && { ordered: true }), items };
  });
}

/** Of what has one paragraph alone. */
export function lineOf({ content: [first] = [] }: JSONContent): Span[] {
  return first ? spansOf(first) : [];
}

function paragraph(spans: readonly Span[]): JSONContent {
  return { type: "paragraph", content: spans.flatMap(nodesOf) };
}

/** A line break is a node of its own. */
function nodesOf({ text, bold, italic, link }: Span): JSONContent[] {
  const marks = [
    ...(link === undefined ? [] : [{ type: "link", attrs: { href: link } }]),
    ...(bold ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
  ];
  return text
    .split(/(\n)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "\n" ? { type: "hardBreak", marks } : { type: "text", text: piece, marks }));
}

/** Neighbours that look alike become one. */
function spansOf({ content = [] }: JSONContent): Span[] {
  const spans: Span[] = [];
  for (const node of content) {
    const span = spanOf(node);
    const last = spans.at(-1);
    if (last && looksLike(last, span)) last.text += span.text;
    else spans.push(span);
  }
  return spans;
}

function spanOf({ type, text = "", marks = [] }: JSONContent): Span {
  const has = (name: string) => marks.some((mark) => mark.type === name);
  const href: unknown = marks.find((mark) => mark.type === "link")?.attrs?.["href"];
  return {
    text: type === "hardBreak" ? "\n" : text,
    ...(has("bold") && { bold: true }),
    ...(has("italic") && { italic: true }),
    ...(typeof href === "string" && { link: href }),
  };
}

function looksLike(one: Span, other: Span): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.link === other.link;
}
