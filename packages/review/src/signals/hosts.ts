import type { Link } from "../reading/link";
import { quote, type ReadSignals, type Signal } from "./signal";
import type { MailView } from "../view";

const WEIGHTS = { shortener: 1.3, tenant: 1.4, form: 1.2, lent: 0.8, alone: 0.7, cheap: 0.9 };
/**
 * Top-level domains that cost very little and are mostly used for abuse. Source: Spamhaus and Interisle, lists of the
 * most abused.
 */
const CHEAP =
  /\.(?:cfd|sbs|top|xyz|click|icu|cyou|monster|quest|lol|bond|autos|buzz|rest|beauty|hair|skin|makeup|boats|win|bid|loan|tk|ml|ga|cf|gq|pw|(?:sa|ru|za)\.com)$/;

const SAYS = {
  shortener: (host: string) => `A link is shortened by ${quote(host)}, which hides where it leads.`,
  tenant: (host: string) =>
    `A link leads to ${quote(host)}, a page that anybody gets for free within a minute.`,
  form: (host: string) => `A link leads to a form that anybody can make, at ${quote(host)}.`,
  lent: (host: string) => `A link leads to a stranger's file or page on ${quote(host)}.`,
};
type Lent = keyof typeof SAYS;

/** Links to places that strangers share. Alone they mean little; where nothing leads to the sender's own pages, more. */
export const hostSignals: ReadSignals = (view) => {
  const seen = new Map<Lent, Link>();
  for (const link of view.links) {
    const { kind } = link;
    if (!link.hidden && isLent(kind) && !seen.has(kind)) seen.set(kind, link);
  }
  return [...[...seen].map(([kind, link]) => toSignal(view, kind, link)), ...cheap(view)];
};

function cheap({ links, leads }: MailView): Signal[] {
  const link = links.find(({ kind, host, hidden }) => kind === "foreign" && !hidden && CHEAP.test(host));
  if (!link || leads === "home") return [];
  const sentence = `A link leads to ${quote(link.host)}, under an ending that is mostly bought for abuse.`;
  return [
    { signal: "link_to_cheap_name", label: "phishing", weight: WEIGHTS.cheap, structural: false, sentence },
  ];
}

function isLent(kind: Link["kind"]): kind is Lent {
  return kind in SAYS;
}

function toSignal({ leads }: MailView, kind: Lent, { host }: Link): Signal {
  return {
    signal: `link_to_${kind}`,
    label: "phishing",
    weight: leads === "home" ? WEIGHTS[kind] / 4 : WEIGHTS[kind] + WEIGHTS.alone,
    structural: false,
    sentence: SAYS[kind](host),
  };
}
