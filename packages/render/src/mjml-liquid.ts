/**
 * Liquid in MJML. The compiler lets a text stand in most components, but not between the parts of some, nor a text
 * with `<` in it; there a comment stands for each tag and output while it compiles.
 */

export interface Veiled {
  source: string;
  /** Compiled HTML with Liquid where its comments are; or a part of the veiled source as the author wrote it. */
  unveil(text: string): string;
}

/** In these a comment may stand where a text may not. */
const NO_TEXT = new Set(["mj-social", "mj-navbar", "mj-accordion"]);
/** In these a comment is part of the text, is lost, or is refused. */
const NO_COMMENT = /^mj-(?:head|accordion-title|accordion-text|accordion-element|carousel)$/;
/** A comment, a Liquid tag or output, or the beginning or end of an element, in which quotes hold anything. */
const PIECES =
  /<!--[^]*?-->|\{%[^]*?%\}|\{\{[^]*?\}\}|<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g;

const VEIL = /<!--liquid (\d+)-->/g;

export function veilLiquid(source: string): Veiled {
  const hidden: string[] = [];
  const open: string[] = [];
  const veiled = source.replace(PIECES, (piece, end?: string, name?: string, empty?: string) => {
    if (name !== undefined) {
      if (end === "/") open.splice(Math.max(open.lastIndexOf(name), 0));
      else if (empty !== "/") open.push(name);
      return piece;
    }
    if (!piece.startsWith("{") || !isToHide(piece, open)) return piece;
    return `<!--liquid ${hidden.push(piece) - 1}-->`;
  });
  return {
    source: veiled,
    unveil: (text) => text.replace(VEIL, (_, index: string) => hidden[Number(index)] ?? ""),
  };
}

function isToHide(piece: string, open: string[]): boolean {
  const parent = open.at(-1) ?? "";
  if (open.some((name) => NO_COMMENT.test(name))) return false;
  return NO_TEXT.has(parent) || piece.includes("<");
}

/** Where something begins in the author's source, from the compiler's offset in the veiled one, in bytes of UTF-8. */
export function placeOf({ source, unveil }: Veiled, offset: number): string {
  return placeAfter(unveil(Buffer.from(source).subarray(0, offset).toString()));
}

/** The same from a line and a column of the veiled one, as the compiler writes them: `3:14`. */
export function placeAt({ source, unveil }: Veiled, line: number, column: number): string {
  const lines = source.split("\n");
  const before = [...lines.slice(0, line - 1), (lines[line - 1] ?? "").slice(0, column - 1)];
  return placeAfter(unveil(before.join("\n")));
}

function placeAfter(text: string): string {
  const lines = text.split("\n");
  return `line ${lines.length}, column ${Array.from(lines.at(-1) ?? "").length + 1}`;
}
