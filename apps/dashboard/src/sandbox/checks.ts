import type { FoundLink, LinkProblem, Mail, UnsubscribeHeader } from "./mail";

export type Verdict = "good" | "late" | "bad";

/** What may be meant: a page that is asked for at home, or an address without TLS. The others never are. */
const MILD: LinkProblem[] = ["insecure", "private"];

export function verdictOfLink({ problem }: Pick<FoundLink, "problem">): Verdict {
  if (problem === null) return "good";
  return MILD.includes(problem) ? "late" : "bad";
}

/** How a reader leaves the list: with one click (RFC 8058), by a page, by mail, or not at all. */
export type Unsubscribe = "oneClick" | "broken" | "page" | "mail" | "none";

export function unsubscribeOf({ present, one_click, https, mailto }: UnsubscribeHeader): Unsubscribe {
  if (!present) return "none";
  if (one_click) return "oneClick";
  if (https !== null) return "page";
  return mailto === null ? "broken" : "mail";
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

type Checked = Pick<Mail, "links" | "list_unsubscribe" | "text" | "subject" | "html">;

/** What a mail is looked over for before it goes to people. */
export function checksOf({ links, list_unsubscribe, text, subject, html }: Checked): Check[] {
  const state = unsubscribeOf(list_unsubscribe);
  const verdicts = links.map(verdictOfLink);
  const written = [subject, html, text].some((part) => /\{\{|\{%/.test(part ?? ""));
  return [
    {
      kind: "links",
      verdict: worst(verdicts),
      count: links.length,
      wrong: verdicts.filter((verdict) => verdict !== "good").length,
    },
    { kind: "unsubscribe", verdict: UNSUBSCRIBE_VERDICTS[state], state },
    { kind: "subject", verdict: isBlank(subject) ? "bad" : "good" },
    { kind: "text", verdict: isBlank(text) ? "late" : "good" },
    { kind: "placeholders", verdict: written ? "bad" : "good" },
    { kind: "alt", verdict: hasImageWithoutWords(html ?? "") ? "late" : "good" },
    { kind: "clipped", verdict: bytesOf(html ?? "") > CLIPPED_BYTES ? "late" : "good" },
  ];
}

function worst(verdicts: Verdict[]): Verdict {
  return (["bad", "late"] as const).find((verdict) => verdicts.includes(verdict)) ?? "good";
}

function isBlank(text: string | null): boolean {
  return (text ?? "").trim() === "";
}

function hasImageWithoutWords(html: string): boolean {
  return (html.match(/<img\b[^>]*>/gi) ?? []).some((image) => !/\balt\s*=/i.test(image));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
