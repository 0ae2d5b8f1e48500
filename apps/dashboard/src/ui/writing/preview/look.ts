import { given, type Search, wordIn } from "../../../routing/search";

export const DEVICES = ["desktop", "phone"] as const;
export const PAPERS = ["light", "dark"] as const;
export const SHOWN = ["html", "text"] as const;

/** How the preview of a mail is looked at; it lives in the URL. */
export interface Look {
  shown?: (typeof SHOWN)[number];
  device?: (typeof DEVICES)[number];
  paper?: (typeof PAPERS)[number];
}

export function readLook(search: Search): Look {
  return given({
    shown: wordIn(search, "shown", SHOWN),
    device: wordIn(search, "device", DEVICES),
    paper: wordIn(search, "paper", PAPERS),
  });
}
