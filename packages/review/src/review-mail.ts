import {
  DOUBTFUL_SCORE,
  type ReviewedMail,
  type ReviewReason,
  type ReviewVerdict,
} from "@sendex/core/reputation/review";
import { learnedOdds, readFeatures } from "./learned";
import type { Signal } from "./signals/signal";
import { brandSignals } from "./signals/brand";
import { buildSignals } from "./signals/build";
import { honestSignals } from "./signals/honest";
import { hostSignals } from "./signals/hosts";
import { injectedSignals } from "./signals/injected";
import { linkSignals } from "./signals/links";
import { lureSignals } from "./signals/lure";
import { scamSignals } from "./signals/scam";
import { senderSignals } from "./signals/sender";
import { type MailView, viewMail } from "./view";

/** Log odds of a mail that shows nothing. */
const BIAS = -3.6;
/** What a swindle's signals add, at least, where it is one. */
const MIN_SCAM = 0.6;
/** What facts of the build add, at least, before they count as such: one alone can be an honest sender's carelessness. */
const MIN_BUILT = 2.5;
const MAX_REASONS = 8;
/** A signal that adds less is no reason to give. */
const MIN_REASON = 0.3;
/** An account's first days, when most abuse happens. */
const NEW_ACCOUNT = { days: 7, weight: 0.4 };

const FAMILIES = [
  linkSignals,
  hostSignals,
  brandSignals,
  senderSignals,
  buildSignals,
  injectedSignals,
  lureSignals,
  scamSignals,
  honestSignals,
];

/**
 * The embedded provider weighs what a mail shows. Nothing leaves the process and nothing is kept. Never throws.
 * @returns a verdict whose score is a probability as far as the mail it was measured on goes
 */
export function reviewMail(mail: ReviewedMail): ReviewVerdict {
  const view = viewMail(mail);
  const signals = readSignals(view);
  return toVerdict(signals, rulesOdds(view, signals) + learnedOdds(readFeatures(view)));
}

export function readSignals(view: MailView): Signal[] {
  return FAMILIES.flatMap((family) => family(view));
}

/** Log odds by the rules alone. */
export function rulesOdds(view: MailView, signals: Signal[]): number {
  const sum = signals.reduce((odds, { weight }) => odds + weight, BIAS);
  const fresh = view.mail.account.ageDays < NEW_ACCOUNT.days && signals.some(({ weight }) => weight > 1);
  return fresh ? sum + NEW_ACCOUNT.weight : sum;
}

export function toVerdict(signals: Signal[], odds: number): ReviewVerdict {
  const score = 1 / (1 + Math.exp(-odds));
  const built = signals.reduce((sum, { structural, weight }) => sum + (structural ? weight : 0), 0);
  const against = signals.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return {
    label: score < DOUBTFUL_SCORE ? "clean" : nameOf(against),
    score,
    structural: built >= MIN_BUILT,
    reasons: score < DOUBTFUL_SCORE ? [] : reasonsOf(against),
    provider: "embedded",
    agreed: false,
  };
}

/** What it is after says more than whose name it borrows: a prize is a scam, under whatever brand. */
function nameOf(against: Signal[]): Signal["label"] {
  const sum = (label: Signal["label"], signals = against) =>
    signals.reduce((total, signal) => total + (signal.label === label ? signal.weight : 0), 0);
  const scam = sum("scam");
  const said = against.filter(({ signal }) => signal.startsWith("says_"));
  if (scam >= MIN_SCAM && scam >= sum("phishing", said)) return "scam";
  return sum("impersonation") > sum("phishing") ? "impersonation" : "phishing";
}

function reasonsOf(against: Signal[]): ReviewReason[] {
  return against
    .filter(({ weight, sentence }) => weight >= MIN_REASON && sentence !== "")
    .slice(0, MAX_REASONS)
    .map(({ signal, sentence }) => ({ signal, sentence }));
}
