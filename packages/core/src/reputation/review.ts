import type { Mailbox } from "../accepting/message";

/**
 * Content review: what is looked at, what it comes to, and what follows from it.
 * Source: seed "AI monitoring": phishing, impersonation and scam are flagged; transactional mail, campaigns,
 * newsletters and product updates are not.
 */
export interface ReviewedMail {
  from: Mailbox;
  replyTo: Mailbox[];
  subject: string | null;
  text?: string;
  html?: string;
  /** Names of the attachments. */
  files: string[];
  account: {
    /** In lower-case ASCII. */
    verifiedDomains: string[];
    ageDays: number;
  };
}

export const REVIEW_LABELS = ["clean", "phishing", "impersonation", "scam"] as const;
export type ReviewLabel = (typeof REVIEW_LABELS)[number];

/** Something that was seen, in a sentence for the operator and the customer. */
export interface ReviewReason {
  /** Its name, such as `link_shows_other_domain`: few and stable, fit for a figure's label. */
  signal: string;
  sentence: string;
}

export interface ReviewVerdict {
  label: ReviewLabel;
  /** How sure, 0 to 1. */
  score: number;
  /** A fact of the mail's build is among the reasons (a disguised link, a look-alike domain, …), not its words alone. */
  structural: boolean;
  /** The weightiest first. */
  reasons: ReviewReason[];
  /** Who had the last word. */
  provider: "embedded" | "llm";
  /** A second provider was asked and says so too. */
  agreed: boolean;
}

/** Below this a mail is called clean; from here on a second provider, where there is one, is asked. */
export const DOUBTFUL_SCORE = 0.2;
/** From here on an operator is asked. Chosen on mail of sources never trained on; see docs/content-review.md. */
export const FLAG_SCORE = 0.5;
/** From here on the account is suspended, if more than words speak against it: see `judgeReview`. */
export const SUSPEND_SCORE = 0.98;

/** What a provider gets of a mail: bounded, and without what no reader sees. */
export interface MailDigest {
  from: string;
  replyTo: string[];
  /** Domains that the account has proved to be its own. */
  verifiedDomains: string[];
  subject: string;
  text: string;
  /** What links show and where they lead. */
  links: { text: string; host: string }[];
  files: string[];
}

export type ReviewDecision = "pass" | "flag" | "suspend";

/**
 * What follows from a verdict. `flag` opens a case for the operator; `suspend` stops the account, which words alone
 * never do: it takes a structural signal or a second provider's agreement beside the high score.
 */
export function judgeReview({ label, score, structural, agreed }: ReviewVerdict): ReviewDecision {
  if (label === "clean" || !(score >= FLAG_SCORE)) return "pass";
  return score >= SUSPEND_SCORE && (structural || agreed) ? "suspend" : "flag";
}
