import { FLAG_SCORE, type ReviewLabel, type ReviewVerdict, SUSPEND_SCORE } from "./review";

/** What a second provider, such as a language model, says of a mail. */
export interface Opinion {
  label: ReviewLabel;
  /** 0 to 1. */
  confidence: number;
  /** Sentences. */
  reasons: string[];
}

/** A doubt that only the second provider has opens a case, and no more. */
const RAISED_AT_MOST = 0.9;
/** What is left of a score that the second provider does not share, where only words speak for it. */
const DOUBT_LEFT = 0.5;

/**
 * Weighs a second provider's opinion with the first verdict. The mail's author may have talked the second into
 * anything: it can never clear what the mail's build gives away, and it suspends no account that the first would pass.
 */
export function weighOpinion(first: ReviewVerdict, opinion: Opinion): ReviewVerdict {
  if (opinion.label === "clean") return doubted(first);
  const agreed = first.label !== "clean" && first.score >= FLAG_SCORE && opinion.confidence >= FLAG_SCORE;
  const score = agreed
    ? Math.max(first.score, (first.score + opinion.confidence) / 2)
    : Math.max(first.score, Math.min(opinion.confidence, RAISED_AT_MOST));
  const told = opinion.reasons.map((sentence) => ({ signal: "second_opinion", sentence }));
  return {
    label: opinion.label,
    score,
    structural: first.structural,
    reasons: [...first.reasons, ...told],
    provider: "llm",
    agreed,
  };
}

function doubted(first: ReviewVerdict): ReviewVerdict {
  if (first.structural || first.score >= SUSPEND_SCORE) return first;
  return { ...first, score: first.score * DOUBT_LEFT, provider: "llm" };
}
