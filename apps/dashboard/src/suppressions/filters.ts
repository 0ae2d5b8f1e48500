import { given, type Search, textIn, wordIn } from "../routing/search";

/** The strongest first. Source: docs/suppressions.md */
export const REASONS = ["complaint", "unsubscribed", "manual", "bounce"] as const;
export const ORIGINS = ["bounce", "complaint", "manual"] as const;
const WINDOWS = ["new", "import"] as const;

/** What narrows the list down; it lives in the URL. */
export interface Filters {
  /** Part of the address. */
  q?: string;
  reason?: (typeof REASONS)[number];
  origin?: (typeof ORIGINS)[number];
}

export interface SuppressionSearch extends Filters {
  /** The window that is open over the list. */
  open?: (typeof WINDOWS)[number];
}

export function readSearch(search: Search): SuppressionSearch {
  return given({
    q: textIn(search, "q"),
    reason: wordIn(search, "reason", REASONS),
    origin: wordIn(search, "origin", ORIGINS),
    open: wordIn(search, "open", WINDOWS),
  });
}
