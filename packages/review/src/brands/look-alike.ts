import { domainToUnicode } from "@sendex/core/accepting/idna";
import { LRUCache } from "lru-cache";
import { type Brand, BRANDS, ownerOf } from "./brands";
import { ownLabel, registrable } from "./domain-name";
import { fold, latinLook } from "../reading/fold";

/** How a host borrows a brand's name. */
export interface LookAlike {
  brand: Brand;
  how: "letters" | "spelling" | "dressed" | "beside" | "inside";
}

/** What is put beside a borrowed name to make it sound official. */
const DRESSING =
  /^(?:accounts?|alerts?|auth|authenticate|banking|billing|center|centre|check|clients?|confirm|confirmation|customer|helpdesk|id|invoice|kunden?|kundenservice|login|manage|notice|notifications?|official|parcel|payments?|portal|protect|recover|recovery|refund|reset|restore|rewards?|safe|secured?|security|services?|sicherheit|signin|sso|suivi|support|survey|ticket|tracking|unlock|updates?|user|validate|validation|verif|verification|verify|wallet|prize|gift|bonus|claim)$/;
/** What honest second domains have beside a name, too. */
const PLAIN =
  /^(?:mail|email|news|info|app|online|web|express|my|mon|mein|mijn|help|office|post|pay|bank|team|track|delivery|shipping|member|sign|shop|promo|offers?|deals?|card|center|world|global|uk|usa?|de|fr|eu)$/;
const BY_TOKEN = new Map(BRANDS.flatMap((brand) => brand.tokens.map((token) => [token, brand] as const)));
const LONG_TOKENS = [...BY_TOKEN].filter(([token]) => token.length >= 6);
/** Figures and pairs that are read as letters. */
const FIGURES: [RegExp, string][] = [
  [/0/g, "o"],
  [/1/g, "l"],
  [/3/g, "e"],
  [/5/g, "s"],
  [/4/g, "a"],
  [/rn/g, "m"],
  [/vv/g, "w"],
];
const KNOWN_MAX = 2000;
const known = new LRUCache<string, LookAlike | "none">({
  max: KNOWN_MAX,
  memoMethod: (host) => (host.length > 253 || ownerOf(host) ? undefined : compare(host)) ?? "none",
});

/** The brand that a host, in lower-case ASCII, looks like without being its own. */
export function lookAlike(host: string): LookAlike | undefined {
  const found = known.memo(host);
  return found === "none" ? undefined : found;
}

function compare(host: string): LookAlike | undefined {
  const name = registrable(host);
  const label = ownLabel(host);
  const below = host.slice(0, Math.max(0, host.length - name.length - 1));
  return byLetters(label) ?? bySpelling(label) ?? byDressing(label) ?? inside(below) ?? dressedBelow(below);
}

/** International letters that make a brand's name, or figures that do. */
function byLetters(label: string): LookAlike | undefined {
  const shown = label.startsWith("xn--") ? domainToUnicode(label) : label;
  const latin = latinLook(fold(shown).text).replace(/[^a-z0-9-]/g, "");
  const pieces = [latin, ...latin.split("-")];
  for (const piece of pieces) {
    const brand = BY_TOKEN.get(piece);
    if (brand && latin !== label) return { brand, how: "letters" };
    const read = asLetters(piece);
    const other = read === piece ? undefined : BY_TOKEN.get(read);
    if (other) return { brand: other, how: "letters" };
  }
  return undefined;
}

function asLetters(text: string): string {
  return FIGURES.reduce((read, [figure, letter]) => read.replace(figure, letter), text);
}

/** One letter more, less, other or swapped; short names have too many neighbours. */
function bySpelling(label: string): LookAlike | undefined {
  const pieces = label.split("-").filter((piece) => piece.length >= 6);
  for (const piece of pieces)
    for (const [token, brand] of LONG_TOKENS)
      if (piece !== token && piece.charAt(0) === token.charAt(0) && isNeighbour(piece, token))
        return { brand, how: "spelling" };
  return undefined;
}

/** `brand-secure`, `securebrand`, `brand-1234`. */
function byDressing(label: string): LookAlike | undefined {
  const pieces = label.split(/[-\d]+/).filter((piece) => piece !== "");
  for (const piece of pieces) {
    const brand = BY_TOKEN.get(piece);
    if (brand && pieces.some((other) => DRESSING.test(other))) return { brand, how: "dressed" };
    if (brand && pieces.some((other) => PLAIN.test(other))) return { brand, how: "beside" };
    for (const [token, owner] of LONG_TOKENS) {
      if (!piece.includes(token) || piece === token) continue;
      const [before = "", after = ""] = piece.split(token);
      if ([before, after].every((other) => other === "" || DRESSING.test(other)))
        return { brand: owner, how: "dressed" };
    }
  }
  return undefined;
}

/** `brand.com.other.example`: a whole name of the brand's below another's. */
function inside(below: string): LookAlike | undefined {
  const shown = /(?:^|[.-])([a-z0-9]+)[.-](?:com|net|org|gov)(?:[.-]|$)/.exec(below)?.[1];
  const brand = shown === undefined ? undefined : BY_TOKEN.get(shown);
  return brand && { brand, how: "inside" };
}

/** `brand-login.other.example`. */
function dressedBelow(below: string): LookAlike | undefined {
  for (const label of below.split(".")) {
    const found = label.includes("-") ? byDressing(label) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Whether two texts differ by one insertion, deletion, substitution or swap of neighbours. */
export function isNeighbour(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charAt(endA - 1) === b.charAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === `${restB.charAt(1)}${restB.charAt(0)}`;
}
