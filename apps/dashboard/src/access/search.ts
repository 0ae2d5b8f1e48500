import { given, type Search, textIn, wordIn } from "../routing/search";

export const KEY_MODES = ["live", "test"] as const;

/** What the page shows of the keys; it lives in the URL. */
export interface KeySearch {
  /** Part of the name, the hint or a domain of the scope. */
  q?: string;
  mode?: (typeof KEY_MODES)[number];
  /** `new`, or the id of the key that is looked at. */
  open?: string;
}

export function readKeySearch(search: Search): KeySearch {
  return given({
    q: textIn(search, "q"),
    mode: wordIn(search, "mode", KEY_MODES),
    open: textIn(search, "open"),
  });
}

interface Searched {
  name: string;
  hint: string;
  domains: string[];
  mode: string;
}

export function fits({ name, hint, domains, mode }: Searched, { q = "", mode: only }: KeySearch): boolean {
  const words = q.toLowerCase();
  return (
    (only === undefined || only === mode) &&
    [name, hint, ...domains].some((text) => text.toLowerCase().includes(words))
  );
}
