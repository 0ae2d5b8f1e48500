/** Who a mailbox is: its name, and its address where it has a name. */
export function nameOf(mailbox: string): { name: string; address: string | undefined } {
  const [, name = "", address = ""] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(mailbox) ?? [];
  return name === "" ? { name: address || mailbox.trim(), address: undefined } : { name, address };
}

/** The letter that stands for a sender. */
export function initialOf(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? "?").toUpperCase();
}

const HUES = 6;

/** One of six colours, the same for the same name. */
export function hueOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
}
