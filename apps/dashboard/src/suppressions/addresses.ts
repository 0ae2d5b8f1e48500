/**
 * Addresses as somebody typed or pasted them: one a line, or between commas, semicolons or spaces, `Ada <ada@a.example>`
 * too. Each once, in the order of the text; whether it is an address is the API's to say.
 */
export function readAddresses(text: string): string[] {
  const found = text.split(/[\n,;]+/).flatMap((part) => {
    const bare = /<([^<>]*)>/.exec(part)?.[1];
    return bare === undefined ? part.split(/\s+/) : [bare.trim()];
  });
  const known = new Map(found.filter(Boolean).map((address) => [address.toLowerCase(), address]));
  return [...known.values()];
}
