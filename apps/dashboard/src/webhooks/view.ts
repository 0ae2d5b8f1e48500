import { given, type Search, textIn, wordIn } from "../routing/search";

/** Of a delivery. Source: docs/webhooks.md "Looking into it" */
export const STATES = ["pending", "attempting", "success", "failed"] as const;
export type State = (typeof STATES)[number];

export interface ListView {
  open?: "new";
}

/** What is looked at of an endpoint; it lives in the URL. */
export interface EndpointView {
  /** Deliveries in this state alone. */
  status?: State;
  /** The delivery whose attempts are shown. */
  event?: string;
}

export function readListView(search: Search): ListView {
  return given({ open: wordIn(search, "open", ["new"]) });
}

export function readEndpointView(search: Search): EndpointView {
  return given({ status: wordIn(search, "status", STATES), event: textIn(search, "event") });
}
