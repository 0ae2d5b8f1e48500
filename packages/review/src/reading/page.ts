import { type Shown, shownInside } from "./hidden-style";
import { type HtmlHandler, scanHtml } from "./html";

/** A link as the reader meets it. */
export interface Anchor {
  href: string;
  /** What it shows: its text, else what its image says of itself. */
  text: string;
  /** It is an image. */
  image: boolean;
  hidden: boolean;
}

export interface Form {
  action: string;
  /** It asks for a password. */
  password: boolean;
  /** Fields that a person fills in. */
  fields: number;
}

/** HTML as a reader sees it. */
export interface Page {
  visible: string;
  hidden: string;
  anchors: Anchor[];
  forms: Form[];
  /** Images large enough to be looked at. */
  images: number;
  /** It runs a script, or sends the reader on by itself. */
  script: boolean;
}

/** Beyond these nothing is kept: a mail is judged by its first screens and its end. */
const MAX_HTML = 600_000;
const MAX_VISIBLE = 60_000;
const MAX_HIDDEN = 20_000;
const MAX_ANCHORS = 300;
const MAX_LINK_TEXT = 400;
const MAX_DEPTH = 400;
/** How far a closing tag looks for the one it closes. */
const MAX_REACH = 40;
/** Pixels; counting images and spacers are smaller. */
const MIN_IMAGE = 40;

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr frame keygen".split(" "),
);
const BLOCK = new Set(
  "address article blockquote br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const TYPED = new Set(["", "text", "email", "tel", "number", "password", "search", "url", "date"]);

interface Reading extends Omit<Page, "visible" | "hidden"> {
  /** Pieces: a text that grows by single characters would be copied again and again. */
  visible: string[];
  visibleLength: number;
  hidden: string[];
  hiddenLength: number;
  stack: { name: string; shown: Shown }[];
  anchor: Anchor | undefined;
  form: Form | undefined;
}

const ROOT: Shown = { hidden: false, background: undefined, color: undefined };

/** Reads HTML into what is shown, what is hidden, and what can be clicked or filled in. Never throws. */
export function readPage(html: string): Page {
  const reading: Reading = {
    ...{ visible: [], visibleLength: 0, hidden: [], hiddenLength: 0 },
    ...{ anchors: [], forms: [], images: 0, script: false },
    ...{ stack: [], anchor: undefined, form: undefined },
  };
  const handler: HtmlHandler = {
    open: (name, attributes) => open(reading, name, attributes),
    close: (name) => close(reading, name),
    text: (text) => read(reading, text),
  };
  scanHtml(html.slice(0, MAX_HTML), handler);
  endAnchor(reading);
  const { visible, hidden, anchors, forms, images, script } = reading;
  return { visible: tidy(visible.join("")), hidden: tidy(hidden.join("")), anchors, forms, images, script };
}

function open(reading: Reading, name: string, attributes: Record<string, string>): void {
  if (BLOCK.has(name)) breakLine(reading);
  const top = reading.stack.at(-1);
  if (top?.name === "p" && BLOCK.has(name) && name !== "br") reading.stack.pop();
  const shown = shownInside(reading.stack.at(-1)?.shown ?? ROOT, attributes);
  if (name === "script") reading.script = true;
  if (name === "meta" && /refresh/i.test(attributes["http-equiv"] ?? "")) reading.script = true;
  if (name === "a" || name === "area") openAnchor(reading, attributes, shown, name === "area");
  if (name === "img") seeImage(reading, attributes, shown);
  if (name === "form") openForm(reading, attributes);
  if (name === "input" || name === "textarea") seeField(reading, attributes);
  if (!VOID.has(name) && reading.stack.length < MAX_DEPTH) reading.stack.push({ name, shown });
}

function close(reading: Reading, name: string): void {
  if (BLOCK.has(name)) breakLine(reading);
  if (name === "a") endAnchor(reading);
  if (name === "form") reading.form = undefined;
  const { stack } = reading;
  const last = Math.max(0, stack.length - MAX_REACH);
  for (let at = stack.length - 1; at >= last; at -= 1) {
    if (stack[at]?.name !== name) continue;
    stack.length = at;
    return;
  }
}

function read(reading: Reading, text: string): void {
  const hidden = reading.stack.at(-1)?.shown.hidden ?? false;
  if (hidden) {
    if (reading.hiddenLength < MAX_HIDDEN) reading.hidden.push(text.slice(0, MAX_HIDDEN));
    reading.hiddenLength += text.length;
    return;
  }
  if (reading.visibleLength < MAX_VISIBLE) reading.visible.push(text.slice(0, MAX_VISIBLE));
  reading.visibleLength += text.length;
  const { anchor } = reading;
  if (anchor && anchor.text.length < MAX_LINK_TEXT) anchor.text += text.slice(0, MAX_LINK_TEXT);
}

function breakLine(reading: Reading): void {
  if (reading.visible.at(-1) !== "\n" && reading.visibleLength < MAX_VISIBLE) reading.visible.push("\n");
  if (reading.anchor) reading.anchor.text += " ";
}

function openAnchor(
  reading: Reading,
  attributes: Record<string, string>,
  { hidden }: Shown,
  area: boolean,
): void {
  endAnchor(reading);
  const href = (attributes["href"] ?? "").trim();
  if (href === "" || reading.anchors.length >= MAX_ANCHORS) return;
  const anchor = { href, text: "", image: area, hidden };
  reading.anchors.push(anchor);
  if (!area) reading.anchor = anchor;
}

function endAnchor(reading: Reading): void {
  if (reading.anchor) reading.anchor.text = reading.anchor.text.replace(/\s+/g, " ").trim();
  reading.anchor = undefined;
}

function seeImage(reading: Reading, attributes: Record<string, string>, { hidden }: Shown): void {
  const sizes = [attributes["width"], attributes["height"]].map((size) => Number.parseInt(size ?? "", 10));
  if (hidden || sizes.some((size) => size < MIN_IMAGE)) return;
  reading.images += 1;
  const { anchor } = reading;
  if (!anchor) return;
  anchor.image = true;
  if (anchor.text.length < MAX_LINK_TEXT) anchor.text += ` ${(attributes["alt"] ?? "").slice(0, 200)}`;
}

function openForm(reading: Reading, attributes: Record<string, string>): void {
  reading.form = { action: (attributes["action"] ?? "").trim(), password: false, fields: 0 };
  if (reading.forms.length < 20) reading.forms.push(reading.form);
}

function seeField(reading: Reading, attributes: Record<string, string>): void {
  const type = (attributes["type"] ?? "").toLowerCase();
  if (!TYPED.has(type)) return;
  // A field outside a form can still be sent on by a script or a button.
  if (!reading.form) openForm(reading, {});
  if (!reading.form) return;
  reading.form.fields += 1;
  if (type === "password") reading.form.password = true;
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .trim();
}
