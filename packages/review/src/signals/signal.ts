import type { ReviewLabel } from "@sendex/core/reputation/review";
import type { MailView } from "../view";

/** Something that speaks for or against a mail. */
export interface Signal {
  /** Its name, such as `link_shows_other_domain`. */
  signal: string;
  label: Exclude<ReviewLabel, "clean">;
  /** What it adds to the logarithm of the odds; below 0 it speaks for the mail. */
  weight: number;
  /** A fact of the mail's build, which no honest mail has by its words alone. */
  structural: boolean;
  sentence: string;
}

export type ReadSignals = (view: MailView) => Signal[];

const MAX_QUOTE = 60;

/** A piece of the mail inside a sentence: short, on one line, and in quotes. */
export function quote(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, " ").trim();
  return `“${line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line}”`;
}
