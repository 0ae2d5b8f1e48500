import { BRAND_LIST } from "./list";
import { isWithin, ownLabel, suffixOf } from "./domain-name";
import { toWords } from "../lexicon/phrases";

export interface Brand {
  name: string;
  /** As they stand in text, word by word; `weak` ones are everyday words, too. */
  spellings: { words: string[]; weak: boolean }[];
  domains: string[];
  /** Labels that are its own below every usual suffix. */
  labels: string[];
  /** What a host would borrow: letters and digits alone, five or more. */
  tokens: string[];
}

/** A brand's name in a text. */
export interface Mention {
  brand: Brand;
  at: number;
  length: number;
  weak: boolean;
}

const MIN_TOKEN = 5;
/** Country suffixes that are given away or sold to anybody as if they were general. */
const CHEAP = new Set("tk ml ga cf gq cc ws pw su top to st me co io ai sh is la vc so ly".split(" "));

export const BRANDS: readonly Brand[] = BRAND_LIST.trim().split("\n").map(readLine);

const byFirstWord = new Map<string, { brand: Brand; words: string[]; weak: boolean }[]>();
for (const brand of BRANDS)
  for (const { words, weak } of brand.spellings) {
    const first = words[0] ?? "";
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { brand, words, weak }]);
  }

const byLabel = new Map(BRANDS.flatMap((brand) => brand.labels.map((label) => [label, brand] as const)));

/** Every brand that the words name, in order. */
export function mentions(words: string[]): Mention[] {
  const found: Mention[] = [];
  words.forEach((word, at) => {
    for (const { brand, words: name, weak } of byFirstWord.get(word) ?? [])
      if (name.every((each, n) => words[at + n] === each))
        found.push({ brand, at, length: name.length, weak });
  });
  return found;
}

/** Whether a host belongs to the brand, as far as the list knows. */
export function owns(brand: Brand, host: string): boolean {
  if (brand.domains.some((domain) => isWithin(host, domain))) return true;
  return brand.labels.includes(ownLabel(host)) && isUsualSuffix(suffixOf(host));
}

/** The brand that a host belongs to. */
export function ownerOf(host: string): Brand | undefined {
  for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
    const brand = byDomain.get(name);
    if (brand) return brand;
  }
  const brand = byLabel.get(ownLabel(host));
  return brand && isUsualSuffix(suffixOf(host)) ? brand : undefined;
}

const byDomain = new Map(BRANDS.flatMap((brand) => brand.domains.map((domain) => [domain, brand] as const)));

function isUsualSuffix(suffix: string): boolean {
  if (["com", "net", "org", "eu", "cat"].includes(suffix)) return true;
  const last = suffix.split(".").at(-1) ?? "";
  return last.length === 2 && !CHEAP.has(suffix);
}

function readLine(line: string): Brand {
  const [names = "", domains = ""] = line.split(" = ");
  const spellings = names.split(",").map((name) => {
    const weak = name.includes("[");
    return { words: toWords(name.replace(/[[\]]/g, "").trim()), weak };
  });
  const list = domains.trim().split(" ");
  const tokens = spellings
    .filter(({ weak }) => !weak)
    .map(({ words }) => words.join(""))
    .filter((token) => /^[a-z]+$/.test(token) && token.length >= MIN_TOKEN);
  return {
    name: titled(names.split(",", 1)[0] ?? ""),
    spellings,
    domains: list.filter((domain) => !domain.endsWith(".*")),
    labels: list.filter((domain) => domain.endsWith(".*")).map((domain) => domain.slice(0, -2)),
    tokens: [...new Set(tokens)],
  };
}

/** As a reader of reasons knows it, near enough. */
function titled(name: string): string {
  return name.replace(/[[\]]/g, "").replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());
}
