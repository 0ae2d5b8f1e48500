/**
 * Text that ends up on one line of a mail header. A line break or NUL in it could start a header of the
 * writer's choosing, so every such text passes here first.
 */

const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** Whether a text holds a control character (CR, LF, NUL, any other of C0 and C1) or a Unicode line break; those in `allowed` do not count. */
export function hasControl(text: string, allowed = ""): boolean {
  for (const [character] of text.matchAll(CONTROL)) if (!allowed.includes(character)) return true;
  return false;
}

/** Replaces halves of surrogate pairs, as a cut through an emoji leaves them: neither UTF-8 nor PostgreSQL can hold them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
