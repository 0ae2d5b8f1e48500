import { createHmac, randomInt } from "node:crypto";
import { deriveKey } from "@sendex/crypto/derive";

/** Without letters and digits that are read for each other. */
const CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const CODES = 10;
/** Of log2(31) bits each: 49 in all. */
const CODE_CHARACTERS = 10;
const HASHED = "hmac:";

/** Codes that sign in where the authenticator is lost, each once: `abcde-fghjk`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const code = Array.from({ length: CODE_CHARACTERS }, () =>
      CHARACTERS.charAt(randomInt(CHARACTERS.length)),
    ).join("");
    return `${code.slice(0, CODE_CHARACTERS / 2)}-${code.slice(CODE_CHARACTERS / 2)}`;
  });
}

/** What is stored of a code: HMAC-SHA256 under a key that the database does not hold. Case, spaces and dashes do not matter. */
export function hashRecoveryCode(pepper: string, code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, "");
  const key = deriveKey(pepper, "auth:recovery-code");
  return `${HASHED}${createHmac("sha256", key).update(plain).digest("base64url")}`;
}

/** The library gives both new codes and those that are left of the stored ones, which stay as they are. */
export function storedCodes(pepper: string, codes: readonly string[]): string[] {
  return codes.map((code) => (code.startsWith(HASHED) ? code : hashRecoveryCode(pepper, code)));
}
