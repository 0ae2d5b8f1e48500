import { describe, expect, it } from "@jest/globals";
import { readBlocks } from "@sendex/core/templates/blocks/read";
import { mailBlocks } from "./blocks-schema";

const SPAN = { text: "Hello", bold: true, italic: true, link: "https://acme.example/" };
const PARTS = [
  { type: "paragraph", spans: [SPAN, { text: "" }] },
  { type: "list", ordered: true, items: [[SPAN], [{ text: "two" }]] },
  { type: "list", items: [] },
];
const EACH = [
  { type: "heading", level: 1, spans: [SPAN], align: "center" },
  { type: "text", parts: PARTS, align: "right" },
  { type: "button", text: "Go", link: "https://acme.example/", align: "left" },
  { type: "image", url: "https://acme.example/a.png", alt: "A", width: 536, link: "mailto:a@acme.example" },
  { type: "image", url: "{{ picture }}", decorative: true },
  { type: "divider" },
  { type: "spacer", height: 4 },
  { type: "footer", parts: PARTS, unsubscribe: "Leave" },
];
const WHOLE = {
  colors: { page: "#FFFFFF", mail: "#ffffff", text: "#000000", accent: "#1d4ed8" },
  items: [...EACH, { type: "columns", columns: [EACH, []] }],
};

describe("the description of blocks", () => {
  it("is of what is taken, and of what is kept", () => {
    const read = readBlocks(WHOLE);
    if (!("blocks" in read)) throw new Error(JSON.stringify(read.errors));
    for (const one of [WHOLE, read.blocks]) expect(mailBlocks.validate(one).error).toBeUndefined();
  });

  /** Each thing in WHOLE, taken away or put out of its bounds. */
  it.each([
    [{ items: [{ type: "table" }] }],
    [{ items: [{ type: "heading", level: 4, spans: [] }] }],
    [{ items: [{ type: "heading", spans: [] }] }],
    [{ items: [{ type: "text", parts: [{ type: "paragraph" }] }] }],
    [{ items: [{ type: "button", text: "x".repeat(201), link: "" }] }],
    [{ items: [{ type: "image", alt: "A" }] }],
    [{ items: [{ type: "image", url: "", alt: "A", width: 537 }] }],
    [{ items: [{ type: "spacer", height: 3 }] }],
    [{ items: [{ type: "divider", color: "red" }] }],
    [{ items: [{ type: "columns", columns: [[]] }] }],
    [{ items: [{ type: "columns", columns: [[], [{ type: "columns", columns: [[], []] }]] }] }],
    [{ items: [], colors: { page: "red" } }],
    [{ items: [], more: 1 }],
    [{}],
  ])("is not of what is refused: %j", (given) => {
    expect("errors" in readBlocks(given)).toBe(true);
    expect(mailBlocks.validate(given).error).toBeDefined();
  });
});
