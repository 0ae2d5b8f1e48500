/** A mail as blocks, as the API has them (docs/templates.md, "Blocks"). */

export interface Blocks {
  colors?: Partial<Colors>;
  items: Block[];
}

export type Block = SimpleBlock | ColumnsBlock;
export interface ColumnsBlock {
  type: "columns";
  columns: SimpleBlock[][];
}

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
  alt: string;
  decorative?: boolean;
  width?: number;
  link?: string;
  align?: Align;
}

export type TextPart =
  { type: "paragraph"; spans: Span[] } | { type: "list"; ordered?: boolean; items: Span[][] };

export interface Span {
  text: string;
  bold?: boolean;
  italic?: boolean;
  link?: string;
}

export const ALIGNS = ["left", "center", "right"] as const;
export type Align = (typeof ALIGNS)[number];

export const COLORS = ["page", "mail", "text", "accent"] as const;
export type Colors = Record<(typeof COLORS)[number], string>;
/** What the server takes where none is given. */
export const DEFAULT_COLORS: Colors = {
  page: "#f4f4f5",
  mail: "#ffffff",
  text: "#1f2328",
  accent: "#1d4ed8",
};

export const KINDS = [
  ...(["heading", "text", "button", "image", "divider", "spacer", "columns", "footer"] as const),
];
export type Kind = Block["type"];

/** As the API takes them. */
export const MOST = { blocks: 200, width: 536, height: 120 };
export const LEAST_HEIGHT = 4;

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
