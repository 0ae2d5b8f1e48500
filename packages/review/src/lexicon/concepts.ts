import { ACCOUNT_CONCEPTS } from "./account";
import { GAIN_CONCEPTS } from "./gains";
import { HONEST_CONCEPTS } from "./honest";
import { LURE_CONCEPTS } from "./lures";
import { MONEY_CONCEPTS } from "./money";
import { SCAM_CONCEPTS } from "./scam";
import { phraseSet } from "./phrases";

const LISTS = {
  ...ACCOUNT_CONCEPTS,
  ...LURE_CONCEPTS,
  ...MONEY_CONCEPTS,
  ...SCAM_CONCEPTS,
  ...GAIN_CONCEPTS,
  ...HONEST_CONCEPTS,
};

/** What a mail may be about. */
export type Concept = keyof typeof LISTS;
export const CONCEPT_NAMES = Object.keys(LISTS) as Concept[];
export const CONCEPTS = phraseSet<Concept>(LISTS);
