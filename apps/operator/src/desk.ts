import type { OpenedCli } from "@sendex/boot/cli";

/** What a command works with. */
export interface Desk extends Omit<OpenedCli, "close"> {
  /** As the audit log names who types. */
  actor: string;
  /** Says a line of how far a long command is, beside its result. */
  tell: (line: string) => void;
}

/** Opens a desk for a command's work and prints what that resolves to; everything typed is checked before. */
export type Act = (work: (desk: Desk) => Promise<object>) => Promise<void>;
