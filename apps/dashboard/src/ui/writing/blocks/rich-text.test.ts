import { expect, test } from "@jest/globals";
import { readBlocks } from "@sendex/core/templates/blocks/read";
import { KINDS, type TextPart } from "./model";
import { newBlock, STARTER_NEWS } from "./new-block";
import { docOf, lineOf, partsOf } from "./rich-text";

const PARTS: TextPart[] = [
  {
    type: "paragraph",
    spans: [
      { text: "Hello {{ name }},\nnew: " },
      { text: "tea", bold: true, italic: true, link: "{{ url }}" },
      { text: " and " },
      { text: "cake", link: "https://acme.example/?a=1&b=2" },
    ],
  },
  { type: "list", items: [[{ text: "one" }], []] },
  { type: "list", ordered: true, items: [[{ text: "two", italic: true }]] },
  { type: "paragraph", spans: [] },
];

test("words come back from the editor as they went in", () => {
  expect(partsOf(docOf(PARTS))).toEqual(PARTS);
  const [first] = PARTS;
  expect(first?.type === "paragraph" && lineOf(docOf([first]))).toEqual(
    first?.type === "paragraph" && first.spans,
  );
});

test("what looks alike becomes one, and nothing is one empty paragraph", () => {
  const apart: TextPart = {
    type: "paragraph",
    spans: [{ text: "a" }, { text: "b" }, { text: "c", bold: true }],
  };
  expect(partsOf(docOf([apart]))).toEqual([
    { type: "paragraph", spans: [{ text: "ab" }, { text: "c", bold: true }] },
  ]);
  expect(partsOf(docOf([]))).toEqual([{ type: "paragraph", spans: [] }]);
});

test("what the editor begins with is what the API takes; an image alone wants its text first", () => {
  expect(readBlocks(STARTER_NEWS)).toEqual({ blocks: STARTER_NEWS });
  for (const kind of KINDS) {
    const read = readBlocks({ items: [newBlock(kind)] });
    const errors = "errors" in read ? read.errors.map(({ field }) => field) : [];
    expect([kind, errors]).toEqual([kind, kind === "image" ? ["blocks.items[0].alt"] : []]);
  }
});
