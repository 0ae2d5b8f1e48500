/**
 * Text of any script on a header's line (RFC 2047). Accept measures with these functions and the composer writes with
 * them, so that the two cannot disagree.
 */

/** RFC 2047 section 2 allows 75; a word of 52 fits on the field's first line, behind its name. */
const MAX_WORD = 52;
/** `=?UTF-8?B?` and `?=`. */
const WRAPPER = 12;
const ROOM = MAX_WORD - WRAPPER;
/** What 40 characters of base64 hold. */
const BASE64_BYTES = (ROOM / 4) * 3;

/** A character, and the U+FEFF behind it: where a word began with one, readers would take it for a byte order mark and drop it. */
const CHARACTER = /[^]\uFEFF{0,3}/gu;

const utf8 = new TextEncoder();

/**
 * The text as encoded words, with one space between them. A word holds whole characters. Q, which people can read in a
 * mail's source, where letters of ASCII outnumber the rest; otherwise B. A byte order mark before the text is left out.
 */
export function encodeWords(text: string): string {
  const found = text.replace(/^\uFEFF+/, "").match(CHARACTER) ?? [];
  const characters = found.map((character) => utf8.encode(character));
  const letters = characters.filter(([first = 0]) => /[a-z]/i.test(String.fromCharCode(first))).length;
  const foreign = characters.filter((bytes) => bytes.length > 1).length;
  return foreign < letters
    ? words(characters.map(quoted), ROOM, (parts) => `=?UTF-8?Q?${parts.join("")}?=`)
    : words(characters, BASE64_BYTES, (parts) => `=?UTF-8?B?${base64(parts)}?=`);
}

/** RFC 2047 section 5 (3): letters, digits and `!*+-/` stand for themselves, also inside a phrase. */
function quoted(bytes: Uint8Array): string {
  const [first = 0] = bytes;
  if (bytes.length === 1 && /[a-z0-9!*+/-]/i.test(String.fromCharCode(first)))
    return String.fromCharCode(first);
  if (bytes.length === 1 && first === 0x20) return "_";
  return [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function words<Part extends { length: number }>(
  parts: Part[],
  room: number,
  write: (parts: Part[]) => string,
): string {
  const written: string[] = [];
  let word: Part[] = [];
  let length = 0;
  for (const part of parts) {
    if (length + part.length > room) {
      written.push(write(word));
      word = [];
      length = 0;
    }
    word.push(part);
    length += part.length;
  }
  return [...written, write(word)].join(" ");
}

function base64(parts: Uint8Array[]): string {
  return btoa(parts.map((bytes) => String.fromCharCode(...bytes)).join(""));
}
