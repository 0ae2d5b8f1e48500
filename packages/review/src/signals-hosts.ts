import type { Link } from "./link";
import { quote, type ReadSignals, type Signal } from "./signal";
import type { MailView } from "./view";

const WEIGHTS = { shortener: 1, tenant: 1.2, form: 1.2, lent: 0.7, alone: 0.6 };

const SAYS = {
  shortener: (host: string) => `A link is shortened by ${quote(host)}, which hides where it leads.`,
  tenant: (host: string) => `A link leads to ${quote(host)}, a page that anybody gets for free within a minute.`,
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
  return [...seen].map(([kind, link]) => toSignal(view, kind, link));
};

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
