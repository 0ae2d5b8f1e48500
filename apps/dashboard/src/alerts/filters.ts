import type { Alert } from "@sendex/sdk/generated/api";
import { given, type Search, wordIn } from "../routing/search";

export const KINDS: readonly Alert["kind"][] = [
  ...(["volume", "bounce_rate", "complaint_rate", "deferrals"] as const),
  ...(["webhook_failing", "key_network"] as const),
];

/** What narrows the past down; it lives in the URL. */
export interface Filters {
  kind?: Alert["kind"];
}

export function readSearch(search: Search): Filters {
  return given({ kind: wordIn(search, "kind", KINDS) });
}
