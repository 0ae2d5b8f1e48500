import { hkdfSync } from "node:crypto";

const KEY_BYTES = 32;

/** A key for one purpose from the service's secret (HKDF with SHA-256, RFC 5869): none tells anything of another. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, KEY_BYTES));
}
