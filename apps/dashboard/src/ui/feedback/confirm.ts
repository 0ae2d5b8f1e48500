import type { ReactNode } from "react";
import { openChannel } from "../later/channel";

export interface Question {
  title: string;
  /** What follows from it, in a sentence. */
  children: ReactNode;
  /** The verb: "Revoke the key". */
  confirm: string;
  /** It takes something away. */
  dangerous?: boolean;
  /** What has to be typed first, for what nobody should do by mistake. */
  typed?: string;
}

export interface Asked extends Question {
  act: () => void;
}

export const questions = openChannel<Asked>();

/** Asks before what cannot be undone; `act` runs once it is confirmed. */
export function confirm(question: Question, act: () => void): void {
  questions.tell({ ...question, act });
}
