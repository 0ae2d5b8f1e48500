/**
 * Why sealed bytes could not be opened. `unknown_key`: their master key is not among ours. `malformed`: not
 * our format, or cut short. `tampered`: altered, moved to another place, or under another account's key.
 */
export type SealFailure = "unknown_key" | "malformed" | "tampered";

export class SealError extends Error {
  readonly code: SealFailure;

  constructor(code: SealFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "SealError";
    this.code = code;
  }
}
