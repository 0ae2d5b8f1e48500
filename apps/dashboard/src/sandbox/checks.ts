import type { FoundLink, Header, Mail } from "./mail";

export type Verdict = "good" | "late" | "bad";

/** What can be wrong with a link without following it: nobody's server learns that the mail was looked at. */
export type LinkState = "fine" | "insecure" | "nowhere" | "placeholder" | "local" | "invalid";

const LOCAL =
  /^(localhost|.*\.(local|localhost|internal|test)|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])/;
/** What Liquid, Handlebars and others leave where a value was not put in. */
const PLACEHOLDER = /\{\{|\}\}|\{%|%\}|%7B%7B|%\w+%|\bundefined\b|\[object Object\]/i;

export function stateOfLink({ href }: Pick<FoundLink, "href">): LinkState {
  const target = href.trim();
  if (target === "" || target === "#") return "nowhere";
  if (PLACEHOLDER.test(target)) return "placeholder";
  if (/^(mailto|tel|sms|cid):/i.test(target) || target.startsWith("#")) return "fine";
  if (!URL.canParse(target)) return "invalid";
  const { protocol, hostname } = new URL(target);
  if (LOCAL.test(hostname)) return "local";
  if (protocol === "http:") return "insecure";
  return protocol === "https:" ? "fine" : "invalid";
}

const LINK_VERDICTS: Record<LinkState, Verdict> = {
  fine: "good",
  insecure: "late",
  local: "late",
  nowhere: "bad",
  placeholder: "bad",
  invalid: "bad",
};

export function verdictOfLink(link: Pick<FoundLink, "href">): Verdict {
  return LINK_VERDICTS[stateOfLink(link)];
}

/** How a reader leaves the list: RFC 8058 "one click", by a page, by mail, or not at all. */
export type Unsubscribe = "oneClick" | "broken" | "page" | "mail" | "none";

export function unsubscribeOf(headers: readonly Header[]): Unsubscribe {
  const ways = valueOf(headers, "list-unsubscribe");
  const post = valueOf(headers, "list-unsubscribe-post");
  if (ways === undefined) return post === undefined ? "none" : "broken";
  const isOneClick = post?.trim().toLowerCase() === "list-unsubscribe=one-click";
  if (/<https:\/\/[^>]+>/i.test(ways)) return isOneClick ? "oneClick" : "page";
  // Only an https address can be posted to.
  if (post !== undefined) return "broken";
  return /<mailto:[^>]+>/i.test(ways) ? "mail" : "broken";
}

const UNSUBSCRIBE_VERDICTS: Record<Unsubscribe, Verdict> = {
  oneClick: "good",
  page: "late",
  mail: "late",
  none: "late",
  broken: "bad",
};

/** Gmail shows no more of a mail's HTML, and hides the rest behind a link. */
const CLIPPED_BYTES = 102 * 1024;

export type Check =
  | { kind: "unsubscribe"; verdict: Verdict; state: Unsubscribe }
  | { kind: "links"; verdict: Verdict; count: number; wrong: number }
  | { kind: "text" | "subject" | "placeholders" | "alt" | "clipped"; verdict: Verdict };

/** What a mail is looked over for before it goes to people. */
export function checksOf({ headers, links, text, subject, html }: Mail): Check[] {
  const state = unsubscribeOf(headers);
  const wrong = links.filter((link) => verdictOfLink(link) !== "good");
  const isBad = wrong.some((link) => verdictOfLink(link) === "bad");
  const written = [subject, html ?? "", text ?? ""].some((part) => /\{\{|\{%/.test(part));
  return [
    {
      kind: "links",
      verdict: isBad ? "bad" : wrong.length > 0 ? "late" : "good",
      count: links.length,
      wrong: wrong.length,
    },
    { kind: "unsubscribe", verdict: UNSUBSCRIBE_VERDICTS[state], state },
    { kind: "subject", verdict: subject.trim() === "" ? "bad" : "good" },
    { kind: "text", verdict: (text ?? "").trim() === "" ? "late" : "good" },
    { kind: "placeholders", verdict: written ? "bad" : "good" },
    { kind: "alt", verdict: hasImageWithoutWords(html ?? "") ? "late" : "good" },
    { kind: "clipped", verdict: bytesOf(html ?? "") > CLIPPED_BYTES ? "late" : "good" },
  ];
}

function hasImageWithoutWords(html: string): boolean {
  return (html.match(/<img\b[^>]*>/gi) ?? []).some((image) => !/\balt\s*=/i.test(image));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function valueOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}
