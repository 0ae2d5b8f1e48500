import { quote, type ReadSignals, type Signal } from "./signal";
import type { BrandVoice } from "../brands/voice";
import type { Concept } from "../lexicon/concepts";
import { lookAlike, type LookAlike } from "../brands/look-alike";
import type { MailView } from "../view";

const WEIGHTS = {
  alone: 3.2,
  among: 2,
  /** What the name adds where nothing leads home. */
  notHome: 1,
  /** To the brand alone, as those who deliver for it do. */
  toBrand: 0.5,
  /** Speaking as a brand, by what else it does. */
  spoken: 1,
  inSubject: 0.8,
  named: 0.4,
  /** The factor of what is only said, by where the links lead. */
  home: 0.3,
  away: 1.3,
  /** News about a brand want nothing of the reader. */
  wantsNothing: 0.3,
  /** The most that speaking as a brand counts under another name. */
  onlySpoken: 2.8,
  /** A brand's prize that the brand's own pages know nothing of. */
  prize: 1.2,
  senderAlike: 3,
  linkAlike: 3.2,
  /** One letter away, or dressed in a word that honest second domains have: by chance, too. */
  chance: 1.3,
};
const MAX_SPOKEN = 3;
/** Words. */
const SHORT = 200;
const WANTS: readonly Concept[] = [
  ...([
    "threat",
    "demand",
    "credential",
    "anomaly",
    "mailbox",
    "reward",
    "refund",
    "parcel",
    "due",
    "crypto",
  ] as const),
  "callBack",
];

/** A brand's name where its owner has no part: in the sender's name, in what the mail says, in domains. */
export const brandSignals: ReadSignals = (view) => [
  ...displayed(view),
  ...spoken(view),
  ...prize(view),
  ...alike(view),
];

/** A fact of the build only where it leads to strangers and never to the brand: an unknown second domain of the brand's own looks like the rest. */
function displayed({ voice, senderHost, mail, leads, links }: MailView): Signal[] {
  if (!voice?.displayed) return [];
  const strangers = links.some(({ kind }) => kind !== "brand" && kind !== "platform");
  const toBrand = voice.linked && !strangers ? WEIGHTS.toBrand : 1;
  const weight = (WEIGHTS[voice.displayed] + (leads === "home" ? 0 : WEIGHTS.notHome)) * toBrand;
  return [
    {
      signal: "sender_named_as_brand",
      label: "impersonation",
      weight,
      structural: leads === "away" && !voice.linked,
      sentence: `The sender calls itself ${quote(mail.from.name ?? "")}, but ${quote(senderHost)} does not belong to ${voice.brand.name}.`,
    },
  ];
}

/** Mail may speak of a brand, and link to it; it speaks as one when it names the reader's account there and leads elsewhere. */
function spoken({ voice, leads, concepts }: MailView): Signal[] {
  if (!voice || (voice.spoken === 0 && !voice.displayed)) return [];
  const wants = WANTS.some((concept) => concepts.has(concept)) ? 1 : WEIGHTS.wantsNothing;
  const said =
    strength(voice) * wants * (leads === "home" ? WEIGHTS.home : leads === "away" ? WEIGHTS.away : 1);
  const weight = voice.displayed ? said : Math.min(said, WEIGHTS.onlySpoken);
  if (weight === 0) return [];
  const elsewhere = voice.linked ? "does not only lead" : "does not lead";
  const sentence = `It speaks for ${voice.brand.name}, whose domains the account has not verified, and ${elsewhere} there.`;
  return [{ signal: "speaks_as_brand", label: "impersonation", weight, structural: false, sentence }];
}

function prize({ voice, concepts, leads, words }: MailView): Signal[] {
  if (!voice || leads === "home" || !concepts.has("reward")) return [];
  // Long mail names many a brand by the way.
  const about =
    voice.displayed !== undefined || voice.inSubject || (voice.named > 0 && words.length <= SHORT);
  if (!about) return [];
  const sentence = `It promises something of ${voice.brand.name}'s, and leads to others.`;
  return [{ signal: "prize_of_brand", label: "scam", weight: WEIGHTS.prize, structural: false, sentence }];
}

function strength({ spoken: times, inSubject, named, linked }: BrandVoice): number {
  const said =
    WEIGHTS.spoken * Math.min(times, MAX_SPOKEN) +
    (inSubject ? WEIGHTS.inSubject : 0) +
    WEIGHTS.named * Math.min(named, MAX_SPOKEN);
  return (linked ? 0.5 : 0.8) * said;
}

function alike({ placed, senderHost, links }: MailView): Signal[] {
  if (!placed) return [];
  const sender = lookAlike(senderHost);
  const linked = links
    .filter(({ kind, hidden }) => !hidden && (kind === "foreign" || kind === "tenant" || kind === "own"))
    .map(({ host }) => ({ host, alike: lookAlike(host) }))
    .find(({ alike: found }) => found);
  return [
    ...(sender ? [toSignal("sender_domain_looks_alike", "The sender's domain", senderHost, sender)] : []),
    ...(linked?.alike && linked.host !== senderHost
      ? [toSignal("link_domain_looks_alike", "A link's domain", linked.host, linked.alike)]
      : []),
  ];
}

const CHANCE = new Set<LookAlike["how"]>(["spelling", "beside"]);
const HOW = {
  letters: "is written to look like",
  spelling: "is one letter away from",
  dressed: "dresses up the name of",
  beside: "has beside another word the name of",
  inside: "carries inside it the name of",
};

function toSignal(signal: string, what: string, host: string, { brand, how }: LookAlike): Signal {
  const strong = signal === "sender_domain_looks_alike" ? WEIGHTS.senderAlike : WEIGHTS.linkAlike;
  return {
    signal,
    label: "impersonation",
    weight: CHANCE.has(how) ? WEIGHTS.chance : strong,
    structural: !CHANCE.has(how),
    sentence: `${what} ${quote(host)} ${HOW[how]} ${brand.name} and does not belong to it.`,
  };
}
