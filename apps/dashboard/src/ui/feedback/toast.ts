import { asProblem } from "../../api/problem";
import { openChannel } from "../later/channel";

/** A short word on what was done, or was not, in a corner of the page. */
export interface Toast {
  message: string;
  /** Quote it when you ask for help. */
  requestId?: string;
  failed?: boolean;
  /** Takes it back; offered for 8 s. */
  undo?: () => void;
}

export const toasts = openChannel<Toast>();

/** Something was done. */
export function say(message: string): void {
  toasts.tell({ message });
}

/** Something was not done, in the API's words. */
export function sayProblem(failure: unknown): void {
  const { message, requestId } = asProblem(failure);
  toasts.tell({ message, failed: true, ...(requestId !== undefined && { requestId }) });
}

/** Something was done, and can be taken back for 8 s. */
export function sayWithUndo(message: string, undo: () => void): void {
  toasts.tell({ message, undo });
}
