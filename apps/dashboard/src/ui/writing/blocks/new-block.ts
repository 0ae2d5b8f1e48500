import type { Block, Blocks, Kind } from "./model";

export function newBlock(kind: Kind): Block {
  switch (kind) {
    case "heading":
      return { type: kind, level: 2, spans: [] };
    case "text":
      return { type: kind, parts: [{ type: "paragraph", spans: [] }] };
    case "button":
      return { type: kind, text: "", link: "" };
    case "image":
      return { type: kind, url: "", alt: "" };
    case "divider":
      return { type: kind };
    case "spacer":
      return { type: kind, height: 24 };
    case "columns":
      return { type: kind, columns: [[], []] };
    case "footer":
      return { type: kind, parts: [{ type: "paragraph", spans: [] }], unsubscribe: "Unsubscribe" };
  }
}

/** A mail to begin with. */
export const STARTER_BLOCKS: Blocks = {
  items: [
    { type: "heading", level: 1, spans: [{ text: "What is new" }] },
    { type: "text", parts: [{ type: "paragraph", spans: [{ text: "What you want to say." }] }] },
    { type: "button", text: "Read more", link: "https://example.com" },
    { type: "divider" },
  ],
};

/** The same with the way out, which mail to many has. */
export const STARTER_NEWS: Blocks = {
  items: [
    ...STARTER_BLOCKS.items,
    {
      type: "footer",
      parts: [{ type: "paragraph", spans: [{ text: "You get this mail because you signed up for it." }] }],
      unsubscribe: "Unsubscribe",
    },
  ],
};
