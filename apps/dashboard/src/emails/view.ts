import { given, type Search, wordIn } from "../routing/search";

export const TABS = ["preview", "text", "source", "files"] as const;
export const DEVICES = ["desktop", "phone"] as const;

/** How a message's content is looked at; it lives in the URL. */
export interface EmailView {
  tab?: (typeof TABS)[number];
  device?: (typeof DEVICES)[number];
}

export function readView(search: Search): EmailView {
  return given({ tab: wordIn(search, "tab", TABS), device: wordIn(search, "device", DEVICES) });
}
