import { randomFillSync, randomUUID } from "node:crypto";

/** A message's or a piece of feedback's id, in SES's form: region (us-east-1) and time in hex, a UUID, a counter that is always zero. */
export function newMessageId(now: number): string {
  return `0100${now.toString(16).padStart(12, "0")}-${randomUUID()}-000000`;
}

/** The id SES gives to received mail: 40 characters of lower case letters and digits. */
export function newInboundId(): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
  return [...randomFillSync(new Uint8Array(40))].map((byte) => alphabet[byte % alphabet.length]).join("");
}
