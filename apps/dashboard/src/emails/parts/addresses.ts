/** `Ada <ada@a.example>` → `ada@a.example`. */
export function addressOf(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;
}

/** Whether an address is typed to its end, as far as one can tell; the API searches for whole ones alone. */
export function looksWhole(text: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(text);
}
