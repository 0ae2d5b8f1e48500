/** Colours as styles on elements name them. */

/** Those that mails use by name. Source: CSS Color 4, 6.1. */
const NAMES: Record<string, string> = {
  ...{ black: "#000000", white: "#ffffff", gray: "#808080", grey: "#808080", silver: "#c0c0c0" },
  ...{ red: "#ff0000", green: "#008000", blue: "#0000ff", navy: "#000080", yellow: "#ffff00" },
  ...{ orange: "#ffa500", purple: "#800080", teal: "#008080", maroon: "#800000", lightgray: "#d3d3d3" },
  ...{ lightgrey: "#d3d3d3", darkgray: "#a9a9a9", darkgrey: "#a9a9a9" },
};

/** As `#rrggbb`; undefined for what is none, is seen through, or is not known. */
export function colorOf(written: string): string | undefined {
  const word = written
    .replace(/!important/i, "")
    .trim()
    .toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(word)) return word;
  if (/^#[0-9a-f]{3}$/.test(word)) return `#${word.slice(1).replace(/./g, "$&$&")}`;
  const [, ...channels] = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(word) ?? [];
  if (channels.length === 3) return hexOf(channels.map(Number));
  return NAMES[word];
}

/** What a style says of its element's text and of what is behind it; the last of each counts. */
export function colorsIn(style: string): { color?: string; background?: string } {
  const said: { color?: string; background?: string } = {};
  for (const declaration of style.split(";")) {
    const [name = "", value = ""] = declaration.split(":", 2);
    const color = colorOf(value);
    if (color === undefined) continue;
    if (/^\s*color\s*$/i.test(name)) said.color = color;
    if (/^\s*background(-color)?\s*$/i.test(name)) said.background = color;
  }
  return said;
}

function hexOf(channels: readonly number[]): string | undefined {
  if (channels.some((value) => value > 255)) return undefined;
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
