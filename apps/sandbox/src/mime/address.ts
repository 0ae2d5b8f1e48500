/** Splits an address list at its commas, outside quotes, comments and angle brackets, in one pass. */
export function splitAddresses(list: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < list.length; i += 1) {
    const char = list[i];
    if (char === "\\") i += 1;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "(" || char === "<") depth += 1;
    else if (char === ")" || char === ">") depth = Math.max(0, depth - 1);
    else if (char === "," && depth === 0) {
      parts.push(list.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(list.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** `Name <local@domain>` or `local@domain` → `local@domain`. */
export function bareAddress(mailbox: string): string {
  const close = mailbox.lastIndexOf(">");
  const open = close < 0 ? -1 : mailbox.lastIndexOf("<", close);
  return (open < 0 ? mailbox : mailbox.slice(open + 1, close)).trim();
}

/** What follows the last @, lower case; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
}
