import { isObject, type Loose } from "@sendex/kit/loose";
import type { FieldError } from "../../error";
import {
  ALIGNS,
  type Block,
  type Blocks,
  COLUMNS,
  type Colors,
  DEFAULT_COLORS,
  MAX_ALT_CHARACTERS,
  MAX_BLOCKS,
  MAX_BLOCKS_CHARACTERS,
  MAX_BUTTON_CHARACTERS,
  MAX_IMAGE_WIDTH,
  MAX_LEVEL,
  MAX_LINK_CHARACTERS,
  MAX_PARTS,
  MAX_SPACE,
  MIN_SPACE,
  type SimpleBlock,
  type Span,
  type TextPart,
} from "./blocks";
import { FieldReader } from "./field-reader";

/** Blocks as they came in → blocks that can be rendered, or all that is wrong with them, by the API's field names. */
export function readBlocks(given: unknown): { blocks: Blocks } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  if (JSON.stringify(given ?? null).length > MAX_BLOCKS_CHARACTERS) {
    const message = `blocks has at most ${MAX_BLOCKS_CHARACTERS} characters as JSON.`;
    return { errors: [{ field: "blocks", code: "too_long", message }] };
  }
  const read = new FieldReader(given, "blocks", errors);
  const count = { left: MAX_BLOCKS };
  const items = read.list("items", MAX_BLOCKS, (one) => block(one, count));
  if (count.left < 0) read.fail("items", "too_many", `has at most ${MAX_BLOCKS} blocks.`);
  const colors = read.optional("colors", readColors);
  read.end();
  return errors.length > 0 ? { errors } : { blocks: { items, ...(colors && { colors }) } };
}

function readColors(read: FieldReader): Partial<Colors> {
  const names = Object.keys(DEFAULT_COLORS) as (keyof Colors)[];
  const given = names.flatMap((name) => (read.has(name) ? [[name, read.color(name)] as const] : []));
  read.end();
  return Object.fromEntries(given);
}

interface Count {
  left: number;
}

function block(read: FieldReader, count: Count): Block {
  if (read.word("type", ["columns", ...SIMPLE]) !== "columns") return simple(read, count);
  count.left -= 1;
  const columns = read.lists("columns", COLUMNS, (one) => simple(one, count));
  read.end();
  return { type: "columns", columns };
}

const SIMPLE = ["heading", "text", "button", "image", "divider", "spacer", "footer"] as const;

function simple(read: FieldReader, count: Count): SimpleBlock {
  count.left -= 1;
  const made = KINDS[read.word("type", SIMPLE) ?? "divider"](read);
  const align = read.has("align") ? read.word("align", ALIGNS) : undefined;
  read.end();
  const takesAlign = made.type !== "divider" && made.type !== "spacer";
  return align && takesAlign ? { ...made, align } : made;
}

const KINDS: Record<(typeof SIMPLE)[number], (read: FieldReader) => SimpleBlock> = {
  heading: (read) => ({
    type: "heading",
    level: read.number("level", 1, MAX_LEVEL),
    spans: read.list("spans", MAX_PARTS, span),
  }),
  text: (read) => ({ type: "text", parts: read.list("parts", MAX_PARTS, part) }),
  button: (read) => ({
    type: "button",
    text: read.text("text", MAX_BUTTON_CHARACTERS),
    link: read.link("link", MAX_LINK_CHARACTERS),
  }),
  image,
  divider: () => ({ type: "divider" }),
  spacer: (read) => ({ type: "spacer", height: read.number("height", MIN_SPACE, MAX_SPACE) }),
  footer: (read) => ({
    type: "footer",
    parts: read.list("parts", MAX_PARTS, part),
    unsubscribe: read.text("unsubscribe", MAX_BUTTON_CHARACTERS),
  }),
};

function image(read: FieldReader): SimpleBlock {
  const url = read.link("url", MAX_LINK_CHARACTERS);
  const decorative = read.flag("decorative");
  const alt = read.has("alt") ? read.text("alt", MAX_ALT_CHARACTERS) : "";
  if (alt.trim() === "" && !decorative)
    read.fail("alt", "required", "says what the image shows, unless it is decorative.");
  return {
    ...{ type: "image", url, alt: decorative ? "" : alt },
    ...(decorative && { decorative }),
    ...(read.has("width") && { width: read.number("width", 1, MAX_IMAGE_WIDTH) }),
    ...(read.has("link") && { link: read.link("link", MAX_LINK_CHARACTERS) }),
  };
}

function part(read: FieldReader): TextPart {
  const type = read.word("type", ["paragraph", "list"]);
  const ordered = type === "list" && read.flag("ordered");
  const made: TextPart =
    type === "list"
      ? { type, ...(ordered && { ordered }), items: read.lists("items", [0, MAX_PARTS], span) }
      : { type: "paragraph", spans: read.list("spans", MAX_PARTS, span) };
  read.end();
  return made;
}

function span(read: FieldReader): Span {
  const made = {
    text: read.text("text", MAX_BLOCKS_CHARACTERS),
    ...(read.flag("bold") && { bold: true }),
    ...(read.flag("italic") && { italic: true }),
    ...(read.has("link") && { link: read.link("link", MAX_LINK_CHARACTERS) }),
  };
  read.end();
  return made;
}

/** Blocks out of a column that only we write. */
export function storedBlocks(value: unknown): Blocks | null {
  if (!isObject(value)) return null;
  const read = readBlocks(value satisfies Loose);
  return "blocks" in read ? read.blocks : null;
}
