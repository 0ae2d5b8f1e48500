import { given, type Search, textIn, wordIn } from "../routing/search";

/** What narrows the lists down; it lives in the URL. */

export const STANDINGS = ["active", "suspended"] as const;
export const LETTER_KINDS = ["recipient", "delivery", "notification"] as const;

export interface AccountFilters {
  /** Part of an address, or an id. */
  q?: string;
  standing?: (typeof STANDINGS)[number];
}

export interface LetterFilters {
  /** Recipients without it. */
  kind?: (typeof LETTER_KINDS)[number];
}

export interface AuditFilters {
  account?: string;
}

export function readAccountFilters(search: Search): AccountFilters {
  return given({ q: textIn(search, "q"), standing: wordIn(search, "standing", STANDINGS) });
}

export function readLetterFilters(search: Search): LetterFilters {
  return given({ kind: wordIn(search, "kind", LETTER_KINDS) });
}

export function readAuditFilters(search: Search): AuditFilters {
  return given({ account: textIn(search, "account") });
}
