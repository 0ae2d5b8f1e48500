import { contrastOf, MIN_CONTRAST } from "../templates/contrast";
import { type Check, ok } from "./check";

/** What a reader of a mail would stumble over, as far as it can be seen in its HTML. */

/** A mail as somebody gets it: what stands in its HTML, in order. */
export interface MailLook {
  /** Where links lead. */
  links: string[];
  /** `alt` null: it has none; empty: it is decoration. */
  images: { src: string; alt: string | null }[];
  /** Text, with its colour and that behind it where styles on elements name both, as `#rrggbb`. */
  texts: { text: string; color: string; background: string }[];
}

/** What a mail says of its reader that nothing is known of. */
export interface MissingValues {
  /** No property has this name. */
  unknown: string[];
  /** Contacts who have none of it get an empty text. */
  empty: string[];
}

export function values({ unknown, empty }: MissingValues): Check {
  if (unknown.length > 0)
    return {
      ...{
        check: "values",
        level: "error",
        message: `No property of contacts has the name ${some(unknown)}.`,
      },
      remedy: "Make the property, or name another.",
    };
  const [first] = empty;
  if (first === undefined)
    return ok("values", "Every value of its reader is there, or something stands in for it.");
  return {
    ...{ check: "values", level: "warning" },
    message: `Contacts without it see nothing in place of ${some(empty)}.`,
    remedy: `Say what stands in, as in {{ ${first} | default: "there" }}, or give the property a fallback.`,
  };
}

export function links({ links: all }: MailLook): Check {
  const [empty, relative, open] = [all.filter(leadsNowhere), all.filter(isRelative), all.filter(isOpen)];
  if (empty.length > 0)
    return {
      ...{ check: "links", level: "warning" },
      message: `${counted(empty.length, "link leads", "links lead")} nowhere: the address is empty, or # alone.`,
      remedy: "Give each an address, or take it out.",
    };
  if (relative.length > 0)
    return {
      ...{ check: "links", level: "warning" },
      message: `Out of a mail ${some(relative)} leads nowhere: it is part of an address.`,
      remedy: "Write whole addresses, from https:// on.",
    };
  if (open.length > 0)
    return {
      ...{
        check: "links",
        level: "warning",
        message: `${some(open)} goes over HTTP, which anybody on the way can read.`,
      },
      remedy: "Link to https:// where the site has it.",
    };
  return ok("links", all.length === 0 ? "It has no links." : "Its links have whole addresses, over HTTPS.");
}

export function images({ images: all }: MailLook): Check {
  const relative = all.filter(({ src }) => leadsNowhere(src) || isRelative(src));
  const silent = all.filter(({ alt }) => alt === null);
  if (relative.length > 0)
    return {
      ...{ check: "images", level: "warning" },
      message: `No mail program finds ${counted(relative.length, "image", "images")}: ${some(relative.map(({ src }) => src || "an empty address"))}.`,
      remedy: "Write whole addresses, from https:// on, or upload the image.",
    };
  if (silent.length > 0)
    return {
      ...{ check: "images", level: "warning" },
      message: `${counted(silent.length, "image has", "images have")} no alternative text: ${some(silent.map(({ src }) => src))}.`,
      remedy: 'Say in alt what it shows; alt="" is for decoration.',
    };
  return ok(
    "images",
    all.length === 0 ? "It has no images." : "Its images have addresses and alternative texts.",
  );
}

export function contrast({ texts }: MailLook): Check {
  const pale = texts.filter(({ color, background }) => contrastOf(color, background) < MIN_CONTRAST);
  const [worst] = pale.sort((a, b) => contrastOf(a.color, a.background) - contrastOf(b.color, b.background));
  if (!worst)
    return ok("contrast", "No text is hard to tell from the colour behind it, where both are said.");
  const ratio = contrastOf(worst.color, worst.background).toFixed(1);
  return {
    ...{ check: "contrast", level: "warning" },
    message: `${counted(pale.length, "text is", "texts are")} hard to read: “${worst.text}” is ${worst.color} on ${worst.background}, a contrast of ${ratio}.`,
    remedy: `Make it ${MIN_CONTRAST} or more, which WCAG asks of text.`,
  };
}

/** The place of a link to leave is filled in when the mail is sent. */
function leadsNowhere(address: string): boolean {
  return /^#?$/.test(address.trim());
}

function isRelative(address: string): boolean {
  const at = address.trim();
  return !leadsNowhere(at) && !/^([a-z][a-z0-9+.-]*:|\{\{|#)/i.test(at);
}

function isOpen(address: string): boolean {
  return /^\s*http:/i.test(address);
}

const MOST_SHOWN = 3;
const MOST_CHARACTERS = 80;

/** The first few of them, each once. */
function some(all: readonly string[]): string {
  const each = [...new Set(all)];
  const shown = each.slice(0, MOST_SHOWN).map((one) => one.slice(0, MOST_CHARACTERS));
  const more = each.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
