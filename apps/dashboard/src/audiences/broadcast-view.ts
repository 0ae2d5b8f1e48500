import { given, type Search, textIn, wordIn } from "../routing/search";
import { type Look, readLook } from "../ui/writing/preview/look";

export const BROADCAST_PARTS = ["html", "text", "values"] as const;
export type BroadcastPart = (typeof BROADCAST_PARTS)[number];

/** In the order of docs/audiences.md; a recipient may have come to several. */
export const OUTCOMES = [
  ...(["sent", "delivered", "opened", "clicked", "bounced"] as const),
  ...(["complained", "unsubscribed", "suppressed", "failed"] as const),
];
export type Outcome = (typeof OUTCOMES)[number];

/** How a broadcast is looked at; it lives in the URL. */
export interface BroadcastView extends Look {
  part?: BroadcastPart;
  /** The address of the contact whose mail is previewed. */
  contact?: string;
  /** With the second of two subjects. */
  variant?: "b";
  /** Whose recipients are listed. */
  outcome?: Outcome;
}

export function readBroadcastView(search: Search): BroadcastView {
  return {
    ...given({
      part: wordIn(search, "part", BROADCAST_PARTS),
      contact: textIn(search, "contact"),
      variant: wordIn(search, "variant", ["b"] as const),
      outcome: wordIn(search, "outcome", OUTCOMES),
    }),
    ...readLook(search),
  };
}

/** Of the list of broadcasts. */
export interface BroadcastsSearch {
  /** The window that is open over the list. */
  open?: "new";
}

export function readBroadcastsSearch(search: Search): BroadcastsSearch {
  return given({ open: wordIn(search, "open", ["new"] as const) });
}
