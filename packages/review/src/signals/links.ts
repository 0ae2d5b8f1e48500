import { owns, ownerOf } from "../brands/brands";
import { registrable } from "../brands/domain-name";
import { kindOfHost } from "../reading/hosts";
import type { Link } from "../reading/link";
import { quote, type ReadSignals, type Signal } from "./signal";

/** What each adds to the log odds. */
const WEIGHTS = {
  showsBrand: 4,
  showsOther: 1.6,
  /** A counter that no list knows: many links go there. */
  counted: 0.4,
  userInfo: 3.5,
  number: 2.2,
  scripted: 3,
  addressed: 2,
  redirected: 1.5,
};
const DOMAIN_IN_TEXT =
  /(?:^|[\s(])(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?=[\s/:?)]|$)/i;
/** Machines of one's own network. Source: RFC 1918. */
const INSIDE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
/** Links to one domain, from which on it counts clicks. */
const MANY_LINKS = 6;
/** File names look like domains. */
const NO_DOMAIN =
  /\.(?:pdf|docx?|xlsx?|pptx?|html?|txt|zip|png|jpe?g|gif|csv|js|ts|py|md|json|net|php|sh|so)$/i;

/** Links whose build deceives: their text against their target, hosts in numbers, scripts, other people's redirects. */
export const linkSignals: ReadSignals = (view) => {
  const shown = view.links.filter((link) => !link.hidden);
  return [
    ...first(shown.flatMap((link) => mismatch(link, view.own, isCounter(link, shown)))),
    ...first(shown.filter(({ userInfo }) => userInfo.includes(".")).map(userInfo)),
    ...first(shown.filter(({ number, host }) => number && !INSIDE.test(host)).map(numbered)),
    ...first(shown.filter(({ redirected, kind }) => redirected && kind !== "own").map(redirected)),
    ...first(shown.filter(isAddressed).map(addressed)),
    ...first(view.scripted.map(({ text }) => scripted(text))),
  ];
};

/** One of a kind is enough: ten links of one build are one fact. The weightiest is reported. */
function first(signals: Signal[]): Signal[] {
  return signals.sort((a, b) => b.weight - a.weight).slice(0, 1);
}

/** Its text names a domain, and it leads to another. Leading home, through a counter or to a file is all right. */
function mismatch({ text, domain, kind, host }: Link, own: ReadonlySet<string>, counter: boolean): Signal[] {
  const named = DOMAIN_IN_TEXT.exec(text)?.[1]?.toLowerCase();
  if (named === undefined || NO_DOMAIN.test(named) || kind === "own" || kind === "tracker") return [];
  const shows = registrable(named.replace(/^www\./, ""));
  if (shows === domain || own.has(shows)) return [];
  const brand = ownerOf(shows);
  if (brand && owns(brand, host)) return [];
  const sentence = `A link shows ${quote(shows)} but leads to ${quote(host)}.`;
  const strong = brand && kindOfHost(shows, "") !== "platform" ? WEIGHTS.showsBrand : WEIGHTS.showsOther;
  const weight = counter ? WEIGHTS.counted : strong;
  return [{ signal: "link_shows_other_domain", label: "phishing", weight, structural: !counter, sentence }];
}

function isCounter({ domain }: Link, links: Link[]): boolean {
  return links.filter((link) => link.domain === domain).length >= MANY_LINKS;
}

const userInfo = ({ host, userInfo: shown }: Link): Signal => ({
  signal: "link_hides_host",
  label: "phishing",
  weight: WEIGHTS.userInfo,
  structural: true,
  sentence: `A link begins with ${quote(shown)} but leads to ${quote(host)}.`,
});

const numbered = ({ host }: Link): Signal => ({
  signal: "link_to_number",
  label: "phishing",
  weight: WEIGHTS.number,
  structural: true,
  sentence: `A link leads to a bare number, ${quote(host)}, instead of a name.`,
});

const redirected = ({ host }: Link): Signal => ({
  signal: "link_through_redirect",
  label: "phishing",
  weight: WEIGHTS.redirected,
  structural: true,
  sentence: `A link goes through another company's redirect to ${quote(host)}.`,
});

/** Pages that greet the victim by address: the fragment is that alone, plain or in base64. */
function isAddressed({ fragment, kind }: Link): boolean {
  if (kind === "own") return false;
  if (/^\/?[\w.+-]{1,64}(?:@|%40)[\w-]+(?:\.[\w-]+)+$/.test(fragment)) return true;
  if (!/^[A-Za-z0-9+/]{12,120}={0,2}$/.test(fragment)) return false;
  return /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/.test(Buffer.from(fragment, "base64").toString("latin1"));
}

const addressed = ({ host }: Link): Signal => ({
  signal: "link_carries_address",
  label: "phishing",
  weight: WEIGHTS.addressed,
  structural: true,
  sentence: `A link to ${quote(host)} carries the reader's address behind a number sign, as pages that steal passwords want it.`,
});

const scripted = (text: string): Signal => ({
  signal: "link_runs_script",
  label: "phishing",
  weight: WEIGHTS.scripted,
  structural: true,
  sentence: `The link ${quote(text)} runs a script or carries a page of its own.`,
});
