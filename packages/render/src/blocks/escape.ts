/** Text and attributes of a mail that is made, in which Liquid is left as its author wrote it. */

const LIQUID = /(\{\{[\s\S]*?\}\}\}?|\{%[\s\S]*?%\})/;

export function textHtml(text: string): string {
  return outsideLiquid(text, (plain) => escaped(plain).replaceAll("\n", "<br>"));
}

export function attribute(text: string): string {
  return outsideLiquid(text, escaped);
}

/** Every second part of what a pattern with one group parts is what it found. */
function outsideLiquid(text: string, change: (plain: string) => string): string {
  return text
    .split(LIQUID)
    .map((piece, i) => (i % 2 === 1 ? piece : change(piece)))
    .join("");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
