import { describe, expect, it } from "@jest/globals";
import { MAX_BLOCKS, MAX_BLOCKS_CHARACTERS } from "./blocks";
import { readBlocks } from "./read";

const WHOLE = {
  colors: { page: "#F4F4F5", accent: "#0f766e" },
  items: [
    { type: "heading", level: 1, spans: [{ text: "News for {{ first_name }}" }], align: "center" },
    {
      type: "text",
      parts: [
        {
          type: "paragraph",
          spans: [
            { text: "Bold", bold: true },
            { text: " link", link: "{{ url }}" },
          ],
        },
        { type: "list", ordered: true, items: [[{ text: "one" }], [{ text: "two", italic: true }]] },
      ],
    },
    { type: "button", text: "Read", link: "https://acme.example/{{ id }}" },
    {
      type: "image",
      url: "https://acme.example/a.png",
      alt: "A cup",
      width: 300,
      link: "https://acme.example",
    },
    { type: "image", url: "https://acme.example/line.png", alt: "", decorative: true },
    { type: "divider" },
    { type: "spacer", height: 24 },
    { type: "columns", columns: [[{ type: "divider" }], [{ type: "spacer", height: 8 }]] },
    { type: "footer", parts: [{ type: "paragraph", spans: [{ text: "Acme" }] }], unsubscribe: "Leave" },
  ],
};

const errorsOf = (given: unknown): [string, string][] => {
  const read = readBlocks(given);
  return "errors" in read ? read.errors.map(({ field, code }) => [field, code]) : [];
};
const one = (block: unknown) => ({ items: [block] });

describe("blocks", () => {
  it("are read as they came, colours in lower case", () => {
    expect(readBlocks(WHOLE)).toEqual({
      blocks: { ...WHOLE, colors: { page: "#f4f4f5", accent: "#0f766e" } },
    });
  });

  it("that were read are read again as the same", () => {
    const read = readBlocks(WHOLE);
    expect(readBlocks("blocks" in read && read.blocks)).toEqual(read);
  });

  it.each<[string, unknown, [string, string][]]>([
    [
      "a list",
      [],
      [
        ["blocks", "type"],
        ["blocks.items", "type"],
      ],
    ],
    ["an unknown block", one({ type: "video" }), [["blocks.items[0].type", "unknown"]]],
    ["a level", one({ type: "heading", level: 4, spans: [] }), [["blocks.items[0].level", "range"]]],
    ["an unknown field", one({ type: "divider", color: "red" }), [["blocks.items[0].color", "unknown"]]],
    [
      "a script",
      one({ type: "button", text: "x", link: " JavaScript:alert(1)" }),
      [["blocks.items[0].link", "format"]],
    ],
    [
      "data",
      one({ type: "image", url: "data:image/png;base64,AA", alt: "x" }),
      [["blocks.items[0].url", "format"]],
    ],
    [
      "no alternative text",
      one({ type: "image", url: "https://a.example/a.png", alt: " " }),
      [["blocks.items[0].alt", "required"]],
    ],
    ["a colour", { colors: { text: "red" }, items: [] }, [["blocks.colors.text", "format"]]],
    [
      "three columns",
      one({ type: "columns", columns: [[], [], []] }),
      [["blocks.items[0].columns", "too_many"]],
    ],
    [
      "columns in columns",
      one({ type: "columns", columns: [[{ type: "columns", columns: [[], []] }], []] }),
      [["blocks.items[0].columns[0][0].type", "unknown"]],
    ],
    [
      "a NUL",
      one({ type: "heading", level: 1, spans: [{ text: "a\0" }] }),
      [["blocks.items[0].spans[0].text", "format"]],
    ],
    [
      "a span that is a text",
      one({ type: "text", parts: [{ type: "paragraph", spans: ["a"] }] }),
      [["blocks.items[0].parts[0].spans[0]", "type"]],
    ],
  ])("with %s are refused by the place of it", (_, given, errors) => {
    for (const error of errors) expect(errorsOf(given)).toContainEqual(error);
  });

  it("are bounded, those in columns too", () => {
    const divider = { type: "divider" };
    const fill = (count: number) => Array.from({ length: count }, () => divider);
    expect(errorsOf({ items: fill(MAX_BLOCKS) })).toEqual([]);
    expect(errorsOf({ items: fill(MAX_BLOCKS + 1) })).toEqual([["blocks.items", "too_many"]]);
    const columns = { type: "columns", columns: [fill(MAX_BLOCKS / 2), fill(MAX_BLOCKS / 2)] };
    expect(errorsOf({ items: [columns] })).toEqual([["blocks.items", "too_many"]]);
    expect(
      errorsOf(one({ type: "heading", level: 1, spans: [{ text: "a".repeat(MAX_BLOCKS_CHARACTERS) }] })),
    ).toEqual([["blocks", "too_long"]]);
  });
});
