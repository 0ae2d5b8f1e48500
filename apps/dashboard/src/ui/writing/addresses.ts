/** Mailboxes that somebody wrote behind one another; a comma in quotes or in an address's brackets separates nothing. */
export function readAddresses(text: string): string[] {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,;"<])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

export function showAddresses(addresses: readonly string[]): string {
  return addresses.join(", ");
}
