import type { ReadSignals, Signal } from "./signal";

/** What speaks for a mail. Little, since anybody can write it. */
const WEIGHTS = { asked: 0.5, particulars: 0.5, footer: 0.3, home: 0.6 };

export const honestSignals: ReadSignals = ({ concepts, leads }) => {
  const said = (["asked", "particulars", "footer"] as const).filter((concept) => concepts.has(concept));
  return [
    ...said.map((concept) => honest(`says_${concept}`, WEIGHTS[concept])),
    ...(leads === "home" ? [honest("leads_home", WEIGHTS.home)] : []),
  ];
};

function honest(signal: string, weight: number): Signal {
  return { signal, label: "phishing", weight: -weight, structural: false, sentence: "" };
}
