import { LATIN_LOOKS, LATIN_PLAIN } from "../brands/confusables";

/** A text as people see it, and the disguises that were taken off. */
export interface Folded {
  /** Lower case, without marks, invisible characters and look-alike letters. */
  text: string;
  /** Words that had invisible characters between their letters, or letters of two scripts; folded. */
  disguised: string[];
}

/** Between two letters they only serve to break a word for a machine; joiners that scripts need stand among their own. */
const INVISIBLE_IN_WORD =
  /([a-z])(?:[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u180e]|\u034f)+(?=[a-z])/giu;
const INVISIBLE =
  /(?:[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u180e\u00ad]|\u034f|\p{Variation_Selector})+/gu;
const OTHER_LETTERS = /[ßæœøłđðþı]/gu;
/** Letters that may look Latin stand here; most mail has none. */
const OTHER_SCRIPT = /[\u0250-\u1fff\u2160-\u217f\ua640-\uabff]/;
const WORD = /[\p{L}\p{N}]+/gu;
/** Of private use: it is no letter, and no mail has it. */
const MARK = "\ue000";
/** Styled alphabets of mathematics, enclosed and full-width letters: NFKD makes plain ones of them. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}\uff21-\uff5a\u24b6-\u24e9]{3,}/u;
const MIXED_MIN = 4;
const MAX_DISGUISED = 50;

/** Folds a text so that one spelling stands for all that look the same. Time is linear in its length. */
export function fold(original: string): Folded {
  // ASCII, most mail, has nothing to fold.
  if (/^[\0-\x7f]*$/.test(original)) return { text: original.toLowerCase(), disguised: [] };
  const broken = original.replace(INVISIBLE_IN_WORD, `$1${MARK}`);
  const plain = broken
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(OTHER_LETTERS, (letter) => LATIN_PLAIN.get(letter) ?? letter);
  const disguised: string[] = [];
  const whole = unbreak(plain, disguised);
  if (!OTHER_SCRIPT.test(whole)) return { text: whole, disguised };
  const text = whole.replace(WORD, (word) => {
    const latin = unmix(word);
    if (latin === undefined) return word;
    if (disguised.length < MAX_DISGUISED) disguised.push(latin);
    return latin;
  });
  return { text, disguised };
}

/** Whether it is written in letters that only look like an alphabet. */
export function isStyled(original: string): boolean {
  return STYLED.test(original);
}

/** Every letter that looks Latin as the Latin one, whatever the script: for names that pretend. */
export function latinLook(folded: string): string {
  return folded.replace(/[^\0-\x7f]/gu, (letter) => LATIN_LOOKS.get(letter) ?? letter);
}

function unbreak(plain: string, disguised: string[]): string {
  if (!plain.includes(MARK)) return plain;
  return plain.replace(/[\p{L}\ue000]+/gu, (word) => {
    if (!word.includes(MARK)) return word;
    const whole = word.replaceAll(MARK, "");
    if (disguised.length < MAX_DISGUISED) disguised.push(whole);
    return whole;
  });
}

/** A word of Latin letters and look-alikes of another script, in Latin; undefined where it is of one script. */
function unmix(word: string): string | undefined {
  if (word.length < MIXED_MIN || !/[^\0-\x7f]/u.test(word) || !/[a-z]/.test(word)) return undefined;
  const latin = latinLook(word);
  return /^[a-z0-9]+$/.test(latin) ? latin : undefined;
}
