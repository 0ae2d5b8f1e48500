import { fold } from "../reading/fold";

/**
 * Phrases are looked for word by word. A line is one phrase; `verif~` is a word that begins so, `a|b` either word, `*`
 * up to three words of any kind, `#` a number. All are folded as the text is, so accents may be written or left out.
 */
export interface PhraseSet<Concept extends string> {
  /** Which concepts a text has, and in how many different phrases: a refrain counts once. */
  find(words: string[], folded: string): Map<Concept, number>;
}

interface Alternative {
  word: string;
  prefix: boolean;
}
interface Token {
  any: boolean;
  alternatives: Alternative[];
}
interface Phrase<Concept> {
  concept: Concept;
  tokens: Token[];
}

/** Phrases by how a first word of theirs begins. */
type Starts<Concept> = Map<string, { first: Alternative; phrase: Phrase<Concept> }[]>;

const KEY_LENGTH = 3;
const GAP = 3;
/** Scripts that do not part words: their phrases are looked for as they are. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export function phraseSet<Concept extends string>(lists: Record<Concept, string>): PhraseSet<Concept> {
  const byStart: Starts<Concept> = new Map();
  const unparted: { concept: Concept; text: string }[] = [];
  for (const [concept, list] of Object.entries(lists) as [Concept, string][]) {
    for (const line of fold(list)
      .text.split("\n")
      .map((each) => each.trim())) {
      if (line === "") continue;
      if (UNPARTED.test(line)) unparted.push({ concept, text: line });
      else enter(byStart, { concept, tokens: line.split(/\s+/).map(readToken) });
    }
  }
  return {
    find(words, folded) {
      const found = new Map<Concept, number>();
      const count = (concept: Concept) => void found.set(concept, (found.get(concept) ?? 0) + 1);
      const seen = new Set<Phrase<Concept>>();
      words.forEach((word, at) => {
        for (const { first, phrase } of byStart.get(word.slice(0, KEY_LENGTH)) ?? []) {
          if (!isWord(first, word) || seen.has(phrase) || !matches(phrase.tokens, 1, words, at + 1)) continue;
          seen.add(phrase);
          count(phrase.concept);
        }
      });
      if (UNPARTED.test(folded))
        for (const { concept, text } of unparted) if (folded.includes(text)) count(concept);
      return found;
    },
  };
}

const URL_OR_ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const WORD = /\p{L}+|\p{N}+|[$€£¥₹₿]/gu;
const MAX_WORDS = 4000;

/** The words of a folded text; addresses and links are left out, a number is `#`. */
export function toWords(folded: string, most = MAX_WORDS): string[] {
  const words: string[] = [];
  for (const [word] of folded.replace(URL_OR_ADDRESS, " ").matchAll(WORD)) {
    words.push(/^\p{N}/u.test(word) ? "#" : word);
    if (words.length >= most) break;
  }
  return words;
}

function readToken(text: string): Token {
  if (text === "*") return { any: true, alternatives: [] };
  const alternatives = text.split("|").map((each) => ({
    word: each.replace(/~$/, ""),
    prefix: each.endsWith("~"),
  }));
  return { any: false, alternatives };
}

/** A first word shorter than the key and open at its end would be found at no key: lists have none. */
function enter<Concept>(byStart: Starts<Concept>, phrase: Phrase<Concept>): void {
  for (const first of phrase.tokens[0]?.alternatives ?? []) {
    const key = first.word.slice(0, KEY_LENGTH);
    byStart.set(key, [...(byStart.get(key) ?? []), { first, phrase }]);
  }
}

function isWord({ word: wanted, prefix }: Alternative, word: string): boolean {
  return prefix ? word.startsWith(wanted) : word === wanted;
}

function matches(tokens: Token[], from: number, words: string[], at: number): boolean {
  const token = tokens[from];
  if (!token) return true;
  if (token.any) {
    for (let gap = 0; gap <= GAP; gap += 1) if (matches(tokens, from + 1, words, at + gap)) return true;
    return false;
  }
  const word = words[at];
  if (word === undefined) return false;
  const fits = token.alternatives.some((each) => isWord(each, word));
  return fits && matches(tokens, from + 1, words, at + 1);
}
