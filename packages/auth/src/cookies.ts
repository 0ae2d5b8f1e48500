import { createHmac } from "node:crypto";
import { deriveKey } from "@sendex/crypto/derive";
import { sameBytes } from "@sendex/crypto/token";

/** The names of our cookies. Browsers take a `__Host-` cookie from the very host, by https and for all of `/` alone (RFC 6265bis, 4.1.3.2). */
export function cookiePrefix(publicUrl: string): string {
  return isSecure(publicUrl) ? "__Host-sendex" : "sendex";
}

export function sessionCookieName(publicUrl: string): string {
  return `${cookiePrefix(publicUrl)}-session`;
}

export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}

/** What cookies are signed with, by the library and here. */
export function cookieSecret(pepper: string): string {
  return deriveKey(pepper, "auth:secret").toString("base64url");
}

/**
 * The token in a signed cookie: `<token>.<HMAC-SHA256 of it, in base64>`, percent-encoded, as better-call writes it.
 * Undefined where there is none, or it was not signed by us.
 */
export function readSignedCookie(
  header: string | undefined,
  name: string,
  secret: string,
): string | undefined {
  const value = cookieValue(header, name);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return sameBytes(Buffer.from(value.slice(dot + 1)), Buffer.from(signature)) ? token : undefined;
}

/** Whether a request brings this cookie, whatever is in it. */
export function hasCookie(header: string | undefined, name: string): boolean {
  return cookieValue(header, name) !== undefined;
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`;
  const pair = header?.split(";").find((part) => part.trimStart().startsWith(start));
  if (pair === undefined) return undefined;
  try {
    return decodeURIComponent(pair.trim().slice(start.length));
  } catch {
    return "";
  }
}
