import type { Concept } from "./concepts";
import type { ReadSignals, Signal } from "./signal";
import type { Leads, MailView } from "./view";

/**
 * What the words ask for. Every one of these stands in honest mail too, so none counts much alone: they count together,
 * and by where the mail leads. A password reset leads home; a lure does not.
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
const BY_LEADS: Record<Leads, number> = { home: 0.35, counted: 0.75, nowhere: 0.6, unknown: 0.7, away: 1.2 };
const REPEATED = 0.25;

export const lureSignals: ReadSignals = (view) => {
  const found = Object.entries(WEIGHTS) as [Concept, number][];
  const said = found.filter(([concept]) => view.concepts.has(concept));
  const factor = BY_LEADS[view.leads] * (COMBINED[Math.min(said.length, COMBINED.length) - 1] ?? 0);
  return said.map(([concept, weight]) => toSignal(view, concept, weight * factor));
};

function toSignal({ concepts }: MailView, concept: Concept, weight: number): Signal {
  const again = Math.min((concepts.get(concept) ?? 1) - 1, 2);
  return {
    signal: `says_${concept}`,
    label: concept === "reward" || concept === "refund" ? "scam" : "phishing",
    weight: weight * (1 + REPEATED * again),
    structural: false,
    sentence: SENTENCES[concept] ?? "",
  };
}
