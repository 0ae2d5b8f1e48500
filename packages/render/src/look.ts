import type { MailLook } from "@sendex/core/audiences/mail-checks";
import { Parser } from "htmlparser2";
import { colorOf, colorsIn } from "./colors";

/** Of a longer mail the rest is not looked at: readers cut it long before. */
const MAX_CHARACTERS = 512 * 1024;
const MOST = 2_000;
const TEXT_CHARACTERS = 40;

/** What an element takes from those around it. */
interface Around {
  color: string | undefined;
  background: string | undefined;
  /** It is not read: a head, a style, or what is not displayed. */
  hidden: boolean;
}

const UNREAD = ["head", "style", "script", "title", "template"];

/** What stands in a mail's HTML: links, images, and texts of which styles on elements name the colour and that behind it. */
export function lookAt(html: string): MailLook {
  const look: MailLook = { links: [], images: [], texts: [] };
  const open: Around[] = [{ color: undefined, background: undefined, hidden: false }];
  const parser = new Parser({
    onopentag(name, attributes) {
      note(look, name, attributes);
      open.push(inside(open.at(-1), name, attributes));
    },
    onclosetag: () => void open.pop(),
    ontext(text) {
      const around = open.at(-1);
      if (!around || around.hidden || text.trim() === "" || look.texts.length >= MOST) return;
      const { color, background } = around;
      if (color !== undefined && background !== undefined)
        look.texts.push({ text: text.trim().slice(0, TEXT_CHARACTERS), color, background });
    },
  });
  parser.end(html.slice(0, MAX_CHARACTERS));
  return look;
}

type Attributes = Record<string, string>;

function note({ links, images }: MailLook, name: string, { href, src, alt }: Attributes): void {
  if (name === "a" && href !== undefined && links.length < MOST) links.push(href);
  if (name === "img" && images.length < MOST) images.push({ src: src ?? "", alt: alt ?? null });
}

function inside(around: Around | undefined, name: string, attributes: Attributes): Around {
  const { style = "", bgcolor, color: fontColor } = attributes;
  const own = colorsIn(style);
  const background = own.background ?? (bgcolor === undefined ? undefined : colorOf(bgcolor));
  // What a picture is behind is of no colour that could be told.
  const isPicture = attributes["background"] !== undefined || /url\(|gradient\(/i.test(style);
  return {
    color: own.color ?? (name === "font" && fontColor ? colorOf(fontColor) : around?.color),
    background: isPicture ? undefined : (background ?? around?.background),
    hidden: (around?.hidden ?? false) || UNREAD.includes(name) || /display\s*:\s*none/i.test(style),
  };
}
