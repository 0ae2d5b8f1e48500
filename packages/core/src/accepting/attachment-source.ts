import { hasControl, wellFormed } from "@sendex/kit/text";

const MAX_NAME = 255;

/** The file name that a URL ends in; undefined where it ends in none that could be one. */
export function nameOfUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  const name = wellFormed(decoded(last)).slice(-MAX_NAME).trim();
  return name === "" || hasControl(name) || /[\\/]/.test(name) || isEncoded(name) ? undefined : name;
}

/** Whether mail programs would show something else: many decode the words of RFC 2047 in a file name wherever they stand. */
export function isEncoded(name: string): boolean {
  return /=\?.*\?=/s.test(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not UTF-8 percent-encoding: then it is a name as it stands.
    return text;
  }
}
