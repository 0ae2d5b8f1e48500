import { CONCEPT_NAMES, type Concept } from "./lexicon/concepts";
import type { MailView } from "./view";
import { WEIGHTS } from "./weights";

/**
 * The learned part: a logistic regression over what the words are about. It knows no word, sender, link, tag or
 * language, since from those it would learn where its examples came from. `npm run review:train` makes its weights.
 */
export type Features = Map<string, number>;

/**
 * The most of its log odds that counts: it corrects the rules and does not replace them, and it clears less than it
 * adds.
 */
const LEAST = -1;
const MOST = 1.5;

export type Weights = Readonly<Record<string, number>>;

/** A mail that touches none of its subjects gets 0: the fit's bias does not count. */
export function learnedOdds(features: Features, weights: Weights = WEIGHTS): number {
  let odds = 0;
  for (const [name, value] of features) odds += value * (weights[name] ?? 0);
  return Math.max(LEAST, Math.min(MOST, odds));
}

/** Each concept, whether it is there and there again, and the pairs of those that lures combine. */
export function readFeatures(view: MailView): Features {
  const features: Features = new Map();
  const present = CONCEPT_NAMES.filter((concept) => !LEFT_OUT.has(concept) && view.concepts.has(concept));
  for (const concept of present) {
    features.set(concept, 1);
    if ((view.concepts.get(concept) ?? 0) > 2) features.set(`${concept}+`, 1);
  }
  for (const [a, b] of PAIRS) if (view.concepts.has(a) && view.concepts.has(b)) features.set(`${a}&${b}`, 1);
  return features;
}

/** Examples written for training end earlier than real mail: its last lines would tell them apart. */
const LEFT_OUT: ReadonlySet<Concept> = new Set(["footer", "particulars"] as const);

const PAIRS: [Concept, Concept][] = [
  ["threat", "demand"],
  ["threat", "deadline"],
  ["demand", "deadline"],
  ["demand", "press"],
  ["threat", "press"],
  ["nobody", "demand"],
  ["nobody", "threat"],
  ["mailbox", "press"],
  ["mailbox", "demand"],
  ["parcel", "due"],
  ["parcel", "demand"],
  ["reward", "press"],
  ["refund", "press"],
  ["anomaly", "demand"],
  ["document", "credential"],
  ["crypto", "demand"],
  ["crypto", "reward"],
  ["fortune", "answerMe"],
  ["callBack", "anomaly"],
  ["asked", "demand"],
  ["asked", "threat"],
];
