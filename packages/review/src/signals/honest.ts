import type { ReadSignals, Signal } from "./signal";

/** What speaks for a mail. It counts little, since anyone can write it. */
const WEIGHTS = { asked: 0.5, home: 0.6 };

export const honestSignals: ReadSignals = ({ concepts, leads }) => [
  ...(concepts.has("asked") ? [honest("says_asked", WEIGHTS.asked)] : []),
  ...(leads === "home" ? [honest("leads_home", WEIGHTS.home)] : []),
];

function honest(signal: string, weight: number): Signal {
  return { signal, label: "phishing", weight: -weight, structural: false, sentence: "" };
}
