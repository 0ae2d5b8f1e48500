import { createHmac } from "node:crypto";
import { deriveKey } from "./derive";
import { sameBytes } from "./token";

/** What a link may be signed for; each has a key of its own, so that one is never good for another. */
type Purpose = "download" | "account-export";

/**
 * The signature of a link that works without a key: HMAC-SHA256 over all that the link says, in base64url. Its key is
 * derived from the service's secret (HKDF, RFC 5869).
 */
export function signLink(secret: string, purpose: Purpose, parts: string[]): string {
  const key = deriveKey(secret, `link:${purpose}`);
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}

/** Whether a link says what was signed. Compared as text, since two texts can stand for the same bytes. */
export function isSigned(secret: string, purpose: Purpose, parts: string[], signature: string): boolean {
  return sameBytes(Buffer.from(signLink(secret, purpose, parts)), Buffer.from(signature));
}
