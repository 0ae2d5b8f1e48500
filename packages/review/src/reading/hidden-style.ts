/** What an element shows of itself, as far as its own attributes say. */
export interface Shown {
  hidden: boolean;
  /** Behind the text, as far as it is declared; undefined: unknown. */
  background: string | undefined;
  color: string | undefined;
}

const HIDES = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)font-size:(?:0(?:px|pt|em|rem|%)?|0?\.0\d*(?:em|rem)|[01](?:\.\d+)?(?:px|pt))(?:!important)?(?:;|$)/,
  /(?:^|;)opacity:0?(?:\.0\d*)?(?:;|!|$)/,
  /(?:^|;)text-indent:-\d{3,}/,
  /(?:^|;)(?:left|top|margin-left|margin-top):-\d{4,}/,
];
/** What every way below has in it; most styles have nothing of it. */
const MAY_HIDE = /none|hidden|collapse|font-size:[01.]|opacity:0|-\d{3}/;
/** Nothing high or wide, and what flows over is cut. */
const FLAT = /(?:^|;)(?:max-)?(?:height|width):0(?:px|%)?(?:!important)?(?:;|$)/;
const CUT = /(?:^|;)overflow:hidden/;
const COLOR = /(?:^|;)color:([^;!]+)/;
const BACKGROUND = /(?:^|;)background(?:-color)?:([^;!]+)/;
const MAX_STYLE = 2000;
/** Of 255, by channel: text that differs less from what is behind it cannot be read. */
const SAME_COLOR = 12;

/** What an element inside another shows. Colours hide text only where both are declared, in hex or by a basic name. */
export function shownInside(outer: Shown, attributes: Record<string, string>): Shown {
  const style = (attributes["style"] ?? "").slice(0, MAX_STYLE).toLowerCase().replace(/\s+/g, "");
  const background =
    readColor(BACKGROUND.exec(style)?.[1] ?? attributes["bgcolor"]) ??
    (style.includes("background") ? undefined : outer.background);
  const color = readColor(COLOR.exec(style)?.[1] ?? attributes["color"]) ?? outer.color;
  const own = "hidden" in attributes || hides(style);
  return { hidden: outer.hidden || own || sameColor(color, background), background, color };
}

function hides(style: string): boolean {
  if (!MAY_HIDE.test(style)) return false;
  return HIDES.some((pattern) => pattern.test(style)) || (FLAT.test(style) && CUT.test(style));
}

const NAMES = new Map([
  ["white", "ffffff"],
  ["black", "000000"],
  ["transparent", ""],
]);

/** → six hex digits; undefined where it is none of the simple forms. */
function readColor(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const value = text.trim().toLowerCase();
  const named = NAMES.get(value);
  if (named !== undefined) return named === "" ? undefined : named;
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value)?.[1];
  if (hex === undefined) return undefined;
  return hex.length === 6 ? hex : hex.replace(/./g, "$&$&");
}

function sameColor(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return [0, 2, 4].every((at) => Math.abs(channel(a, at) - channel(b, at)) <= SAME_COLOR);
}

function channel(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16);
}
