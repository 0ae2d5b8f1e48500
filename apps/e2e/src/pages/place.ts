import type { Dialog } from "./dialogs";
import type { Showcase } from "./showcase";

/** A page as it is looked at by tests of all pages, and by `npm run shots`. */
export interface Place {
  name: string;
  path: (showcase: Showcase) => string;
  /** Who looks at it; by default the account's owner. */
  as?: "operator" | "nobody" | "suspended";
  mode?: "test";
  dialogs?: readonly Dialog[];
}
