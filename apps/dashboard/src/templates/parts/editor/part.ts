import type { Problem } from "../../diagnostics";
import type { Editing } from "../../use-editing";

/** What each part of the editor is given. */
export interface PartProps {
  editing: Editing;
  readOnly: boolean;
  /** The problem that was asked to be shown last. */
  asked?: Problem | undefined;
}
