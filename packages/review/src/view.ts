import { domainOf } from "@sendex/core/accepting/address";
import type { ReviewedMail } from "@sendex/core/reputation/review";
import { brandVoice, type BrandVoice } from "./brands/voice";
import { mentions } from "./brands/brands";
import { CONCEPTS, type Concept } from "./lexicon/concepts";
import { registrable } from "./brands/domain-name";
import { fold, type Folded } from "./reading/fold";
import { isScripted, type Link, readLink } from "./reading/link";
import { type Anchor, type Page, readPage } from "./reading/page";
import { toWords } from "./lexicon/phrases";

/** A mail read once, for all signals to look at. */
export interface MailView {
  mail: ReviewedMail;
  /** Registrable domains of the account and of the sender. */
  own: ReadonlySet<string>;
  senderHost: string;
  /** What the reader sees, as it is and folded. */
  shown: string;
  body: string;
  subject: string;
  displayWords: string[];
  subjectWords: string[];
  words: string[];
  concepts: ReadonlyMap<Concept, number>;
  /** Words that were disguised, in the sender's name, the subject and the body. */
  disguised: string[];
  page: Page;
  /** Links with a page behind them, hidden ones included. */
  links: Link[];
  scripted: Anchor[];
  voice: BrandVoice | undefined;
  /** What the links say of who is served: see `Leads`. */
  leads: Leads;
  /** False where sender and links are made up, so that nothing follows from them: in measuring and training alone. */
  placed: boolean;
}

/**
 * Where a reader is led. `home`: to the account's own pages. `away`: to strangers' and not home. `known`: to
 * well-known names' own pages only. `counted`: through a mail service's counter, or there. `nowhere`: no link. `unknown`: the links are made up.
 */
export type Leads = "home" | "away" | "known" | "counted" | "nowhere" | "unknown";

const MAX_TEXT = 60_000;
/** A text is judged by its beginning and its end. */
const HEAD = 16_000;
const TAIL = 4000;
/** What a mail is about it says at its beginning; a digest of strangers' news touches every subject further down. */
const MAX_READ = { words: 500, characters: 8000 };
const MAX_TEXT_LINKS = 100;
const URL_IN_TEXT = /(?:https?:\/\/|www\.)[^\s<>"'\])}]{3,2000}/gi;
const EMPTY_PAGE: Page = { visible: "", hidden: "", anchors: [], forms: [], images: 0, script: false };

/** @param placed false where sender and links are made up and say nothing */
export function viewMail(mail: ReviewedMail, placed = true): MailView {
  const page = mail.html === undefined ? EMPTY_PAGE : readPage(mail.html);
  const shown = ends(page.visible === "" ? (mail.text ?? "").slice(0, MAX_TEXT) : page.visible);
  const body = fold(shown);
  const subject = fold(mail.subject ?? "");
  const display = foldName(mail.from.name ?? "");
  const senderHost = domainOf(mail.from.address).toLowerCase();
  const own = new Set([senderHost, ...mail.account.verifiedDomains].map(registrable));
  const anchors = [...page.anchors, ...textAnchors(page.visible === "" ? mail.text : page.visible)];
  const links = placed ? anchors.flatMap((anchor) => readLink(anchor, own) ?? []) : [];
  const [subjectWords, words, displayWords] = [subject, body, display].map(({ text }) =>
    toWords(text.slice(0, MAX_READ.characters), MAX_READ.words),
  ) as Three;
  return {
    ...{ mail, own, senderHost, page, links, placed, subjectWords, words, displayWords },
    shown,
    body: body.text,
    subject: subject.text,
    concepts: CONCEPTS.find([...subjectWords, "\n", ...words], `${subject.text}\n${body.text}`),
    disguised: [...display.disguised, ...subject.disguised, ...body.disguised],
    scripted: placed ? page.anchors.filter(({ href }) => isScripted(href)) : [],
    voice: placed
      ? brandVoice({ display: displayWords, subject: subjectWords, body: words, links, own })
      : undefined,
    leads: placed ? whereTo(links) : "unknown",
  };
}

type Three = [string[], string[], string[]];

/** A capital I stands for an l, or letters stand apart, where only so a brand's name comes out. */
function foldName(name: string): Folded {
  const plain = fold(name);
  if (mentions(toWords(plain.text)).length > 0) return plain;
  for (const written of [name.replace(/I/g, "l"), name.replace(/\b(\p{L}) (?=\p{L}\b)/gu, "$1")]) {
    const other = written === name ? undefined : fold(written);
    const [found] = other ? mentions(toWords(other.text)) : [];
    if (other && found && !found.weak)
      return { text: other.text, disguised: [...other.disguised, found.brand.name] };
  }
  return plain;
}

function ends(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`;
}

/** What mail programs make links of by themselves. */
function textAnchors(text: string | undefined): Anchor[] {
  const found: Anchor[] = [];
  for (const [url] of ends(text ?? "").matchAll(URL_IN_TEXT)) {
    const href = url.replace(/[.,;:!?]+$/, "");
    found.push({ href, text: "", image: false, hidden: false });
    if (found.length >= MAX_TEXT_LINKS) break;
  }
  return found;
}

/** Pages that mail of all kinds names on the side. */
function whereTo(links: Link[]): Leads {
  const leading = links.filter(({ kind, hidden }) => kind !== "platform" && !hidden);
  if (leading.length === 0) return "nowhere";
  if (leading.some(({ kind }) => kind === "own")) return "home";
  const strangers = leading.filter(({ kind }) => kind !== "brand" && kind !== "cashier");
  if (strangers.length === 0) return "known";
  return strangers.every(({ kind }) => kind === "tracker") ? "counted" : "away";
}
