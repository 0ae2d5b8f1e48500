/**
 * A mail as blocks: what the dashboard's block editor writes, what is stored, and what `html` is made of. Texts, links and
 * the addresses of images are Liquid.
 */

export interface Blocks {
  colors?: Partial<Colors>;
  items: Block[];
}

export type Block = SimpleBlock | { type: "columns"; columns: SimpleBlock[][] };

/** What a column can hold. */
export type SimpleBlock =
  | { type: "heading"; level: number; spans: Span[]; align?: Align }
  | { type: "text"; parts: TextPart[]; align?: Align }
  | { type: "button"; text: string; link: string; align?: Align }
  | ImageBlock
  | { type: "divider" }
  | { type: "spacer"; height: number }
  | { type: "footer"; parts: TextPart[]; unsubscribe: string; align?: Align };

export interface ImageBlock {
  type: "image";
  url: string;
  /** What is read in its place; empty where it is decorative. */
  alt: string;
  decorative?: boolean;
  /** Pixels; absent: as wide as the mail. */
  width?: number;
  link?: string;
  align?: Align;
}

export type TextPart =
  { type: "paragraph"; spans: Span[] } | { type: "list"; ordered?: boolean; items: Span[][] };

/** Words that look alike; a line break in them is one. */
export interface Span {
  text: string;
  bold?: boolean;
  italic?: boolean;
  link?: string;
}

export const ALIGNS = ["left", "center", "right"] as const;
export type Align = (typeof ALIGNS)[number];

export interface Colors {
  /** Around the mail. */
  page: string;
  mail: string;
  text: string;
  /** Of links and buttons. */
  accent: string;
}

export const DEFAULT_COLORS: Colors = {
  page: "#f4f4f5",
  mail: "#ffffff",
  text: "#1f2328",
  accent: "#1d4ed8",
};

/** As JSON. */
export const MAX_BLOCKS_CHARACTERS = 128 * 1024;
/** With those in columns. */
export const MAX_BLOCKS = 200;
/** Parts of a text, items of a list, and spans of each. */
export const MAX_PARTS = 200;
export const COLUMNS = 2;
export const MAX_LEVEL = 3;
export const MAX_LINK_CHARACTERS = 2_048;
export const MAX_ALT_CHARACTERS = 500;
export const MAX_BUTTON_CHARACTERS = 200;
export const MIN_SPACE = 4;
export const MAX_SPACE = 120;
/** Pixels of the mail, and of what stands in it beside its margins. */
export const MAIL_WIDTH = 600;
export const MARGIN = 32;
export const MAX_IMAGE_WIDTH = MAIL_WIDTH - 2 * MARGIN;
