import type { Concept } from "../lexicon/concepts";
import type { ReadSignals, Signal } from "./signal";
import type { Leads, MailView } from "../view";

/**
 * What the words ask for. Honest mail has each of these too, so none counts much alone: they count together, and by
 * where the mail leads. A password reset leads home; a lure does not.
 */
const WEIGHTS: Partial<Record<Concept, number>> = {
  threat: 1,
  demand: 0.9,
  deadline: 0.6,
  credential: 0.8,
  anomaly: 0.7,
  mailbox: 1.1,
  nobody: 0.7,
  reward: 0.9,
  refund: 0.8,
  parcel: 0.6,
  document: 0.6,
  crypto: 0.9,
  due: 0.5,
  press: 0.4,
};
const SENTENCES: Partial<Record<Concept, string>> = {
  threat: "It threatens that an account or a service will be closed, locked or limited.",
  demand: "It asks the reader to confirm or update an account, an identity or payment data.",
  deadline: "It puts the reader under time pressure.",
  credential: "It is about passwords, codes or card data.",
  anomaly: "It tells of suspicious activity or a failed payment.",
  mailbox: "It claims that the reader's own mailbox is full or holds mail back.",
  nobody: "It addresses a customer or user without a name.",
  reward: "It promises a prize or a present.",
  refund: "It promises money back.",
  parcel: "It tells of a parcel that cannot be delivered.",
  document: "It offers a document or message of somebody's behind a link.",
  crypto: "It is about wallets, recovery phrases or coins.",
  due: "It tells of an unpaid amount.",
  press: "It urges the reader to click.",
};
/** A second and a third kind of pressure say more than the first. */
const COMBINED = [0.35, 0.7, 1, 1.15, 1.25];
/** What honest mail seldom speaks of counts more by itself. */
const ALONE: Partial<Record<Concept, number>> = { reward: 0.7, refund: 0.8, mailbox: 0.7, crypto: 0.8 };
const BY_LEADS: Record<Leads, number> = {
  home: 0.35,
  known: 0.45,
  counted: 0.75,
  nowhere: 0.6,
  unknown: 0.7,
  away: 1.2,
};
/** What each further phrase of a kind adds to its first, and how many of them. */
const REPEATED = { usual: 0.25, alone: 0.55, most: 3 };

export const lureSignals: ReadSignals = (view) => {
  const found = Object.entries(WEIGHTS) as [Concept, number][];
  const said = found.filter(([concept]) => view.concepts.has(concept));
  const combined = COMBINED[Math.min(said.length, COMBINED.length) - 1] ?? 0;
  return said.map(([concept, weight]) => {
    const factor = Math.max(combined, ALONE[concept] ?? 0) * BY_LEADS[view.leads];
    return toSignal(view, concept, weight * factor);
  });
};

function toSignal({ concepts }: MailView, concept: Concept, weight: number): Signal {
  const again = Math.min((concepts.get(concept) ?? 1) - 1, REPEATED.most);
  const repeated = again * (concept in ALONE ? REPEATED.alone : REPEATED.usual);
  return {
    signal: `says_${concept}`,
    label: concept === "reward" || concept === "refund" ? "scam" : "phishing",
    weight: weight * (1 + repeated),
    structural: false,
    sentence: SENTENCES[concept] ?? "",
  };
}
