import { hash } from "node:crypto";

/** What the library stores of the token in a link that sets a new password. Source: better-auth 1.7, `storeIdentifier: "hashed"`. */
export function resetIdentifier(token: string): string {
  return hash("sha256", `reset-password:${token}`, "base64url");
}
