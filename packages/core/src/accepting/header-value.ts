import { encodeWords } from "./encoded-word";

/**
 * A customer's header as it goes out: ASCII as it is; other scripts encoded, whole where the field is unstructured, and
 * by part where it is one of those below, so that what programs read in it (brackets, addresses, parameters) stays.
 * Sources: RFC 2047 section 5, RFC 2231, RFC 2369, RFC 2919, RFC 3986 2.5.
 */

type Kind =
  /** Message ids and fixed words: nothing in them can be encoded. */
  | "ascii"
  /** Names, and addresses or ids in angle brackets, which are ASCII. */
  | "phrases"
  /** URLs in angle brackets, where other scripts are written as escapes. */
  | "urls"
  /** `value; name=value`. */
  | "parameters";

const KINDS = new Map<string, Kind>([
  ["in-reply-to", "ascii"],
  ["references", "ascii"],
  ["original-message-id", "ascii"],
  ["list-unsubscribe-post", "ascii"],
  ["list-id", "phrases"],
  ["keywords", "phrases"],
  ["original-from", "phrases"],
  ["disposition-notification-to", "phrases"],
  ["return-receipt-to", "phrases"],
  ["mail-followup-to", "phrases"],
  ["mail-reply-to", "phrases"],
  ["list-unsubscribe", "urls"],
  ["list-subscribe", "urls"],
  ["list-help", "urls"],
  ["list-post", "urls"],
  ["list-owner", "urls"],
  ["list-archive", "urls"],
  ["archived-at", "urls"],
  ["auto-submitted", "parameters"],
  ["autocrypt", "parameters"],
  ["disposition-notification-options", "parameters"],
]);

/** In turn: a quoted string, a comment, what is in angle brackets, a separator, white space, a word. */
const TOKENS = /"(?:[^"\\]|\\.)*"?|\((?:[^()\\]|\\.)*\)?|<[^>]*>?|[,;]|[ \t]+|[^",;<( \t]+/gs;
/** Bytes in a section of a long parameter: 60 characters at most, and between two sections a line may break. */
const SECTION_BYTES = 20;

/** The value in ASCII, not yet folded. It has no line breaks, and is right by `mustBeAscii`. */
export function encodeHeaderValue(name: string, value: string): string {
  if (isAscii(value)) return value;
  const kind = KINDS.get(name.toLowerCase());
  return kind === undefined || kind === "ascii" ? encodeWords(value.trim()) : encodeParts(value, kind);
}

/** The part of a value that holds other scripts where nothing can encode them. */
export function mustBeAscii(name: string, value: string): string | undefined {
  const kind = KINDS.get(name.toLowerCase());
  if (kind === undefined || isAscii(value)) return undefined;
  if (kind === "ascii") return value;
  return tokensOf(value).find(
    (token) =>
      !isAscii(token) &&
      ((token.startsWith("<") && kind !== "urls") || /^[^"(<].*@|^[^"(<]*:\/\//s.test(token)),
  );
}

function encodeParts(value: string, kind: Kind): string {
  let written = "";
  let words: string[] = [];
  let behind = "";
  const end = (): void => {
    written += encodeRun(words, kind === "parameters" && behind === ";");
    words = [];
  };
  for (const token of tokensOf(value)) {
    if (/^[,;<(]/.test(token)) {
      end();
      written += encodeToken(token);
      behind = token;
    } else {
      words.push(token);
    }
  }
  end();
  return written;
}

/** A separator, a comment, or what is in angle brackets. */
function encodeToken(token: string): string {
  if (isAscii(token)) return token;
  if (token.startsWith("(")) return `(${encodeWords(plainOf(token.slice(1).replace(/\)$/, "")))})`;
  return token.replace(/[^\0-\x7f]+/g, encodeURIComponent);
}

/** Words and quoted strings between two separators: a phrase, or one parameter. */
function encodeRun(tokens: string[], isParameter: boolean): string {
  const run = tokens.join("");
  if (isAscii(run)) return run;
  const [, before = "", , after = ""] = /^([ \t]*)(.*?)([ \t]*)$/s.exec(run) ?? [];
  const [, name, parameter] = (isParameter && /^[ \t]*([\w-]+)[ \t]*=[ \t]*(.*)$/s.exec(run)) || [];
  const text = plainText(tokens).trim();
  if (name !== undefined && parameter !== undefined)
    return before + encodeParameter(name, plainText(tokensOf(parameter)).trim()) + after;
  return before + encodeWords(text) + after;
}

/** RFC 2231 sections 3 and 4. */
function encodeParameter(name: string, text: string): string {
  const escaped = encodeURIComponent(text).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  const sections = escaped.match(new RegExp(`(?:%..|[^%]){1,${SECTION_BYTES}}`, "g")) ?? [];
  if (sections.length < 2) return `${name}*=UTF-8''${escaped}`;
  return sections.map((section, n) => `${name}*${n}*=${n === 0 ? "UTF-8''" : ""}${section}`).join("; ");
}

function plainText(tokens: string[]): string {
  return tokens
    .map((token) => (token.startsWith('"') ? plainOf(token.replace(/^"|"$/g, "")) : token))
    .join("");
}

/** Without the backslashes of quoted pairs. */
function plainOf(quoted: string): string {
  return quoted.replace(/\\(.)/gs, "$1");
}

function tokensOf(value: string): string[] {
  return value.match(TOKENS) ?? [];
}

function isAscii(text: string): boolean {
  return /^[\t -~]*$/.test(text);
}
