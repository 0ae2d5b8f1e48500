import { given, type Search, textIn, wordIn } from "../routing/search";

export const TABS = ["preview", "text", "checks", "headers", "source", "files"] as const;
export const DEVICES = ["desktop", "phone"] as const;

/** Which mail is open and how it is looked at; it lives in the URL. */
export interface InboxView {
  mail?: string;
  /** Whose copy of it; the first that was sent to, unless named. */
  recipient?: string;
  /** Part of the subject. */
  q?: string;
  tab?: (typeof TABS)[number];
  device?: (typeof DEVICES)[number];
}

export function readView(search: Search): InboxView {
  return given({
    mail: textIn(search, "mail"),
    recipient: textIn(search, "recipient"),
    q: textIn(search, "q"),
    tab: wordIn(search, "tab", TABS),
    device: wordIn(search, "device", DEVICES),
  });
}
