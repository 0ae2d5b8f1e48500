import { encodeWords } from "./encoded-word";
import type { Mailbox } from "./message";

/** Subjects, names and mailboxes as they stand in a header, in ASCII and not yet folded. */

/** A word of this length still fits on a line of RFC 5322's 998 characters, behind any of our fields' names. */
const MAX_PLAIN_WORD = 900;

/**
 * An unstructured text, such as a subject. What readers would not give back as it was (other scripts, tabs, spaces that
 * folding may change, what looks like an encoded word) is encoded.
 */
export function encodeText(text: string): string {
  const plain = /^[!-~]+(?: [!-~]+)*$/.test(text) && !text.includes("=?");
  const foldable = text.split(" ").every((word) => word.length <= MAX_PLAIN_WORD);
  return plain && foldable ? text : encodeWords(text);
}

/** A phrase, such as a display name: words, a quoted string or encoded words. Source: RFC 5322 3.2.5. */
export function encodePhrase(text: string): string {
  if (/^[\w!#$%&'*+/^`{|}~-]+(?: [\w!#$%&'*+/^`{|}~-]+)*$/.test(text)) return text;
  if (/^[ !#-[\]-~]+$/.test(text) && !/^ | {2}| $|=\?/.test(text)) return `"${text}"`;
  return encodeWords(text);
}

/** One item of an address header: `kim@example.com` or `Kim <kim@example.com>`. */
export function encodeMailbox({ address, name }: Mailbox): string {
  return name ? `${encodePhrase(name)} <${address}>` : address;
}
