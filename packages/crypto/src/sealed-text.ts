import { decrypt, encrypt, joinAssociated } from "./aead";
import { deriveKey } from "./derive";

/** What the service itself keeps under its own secret; each purpose has a key of its own. */
type Purpose = "person-mail" | "unsubscribe" | "confirm";

/** Seals a text (AES-256-GCM) for this purpose and row: it opens with no other. */
export function sealText(secret: string, purpose: Purpose, id: string, text: string): Buffer {
  return encrypt(keyFor(secret, purpose), joinAssociated([purpose, id]), Buffer.from(text));
}

/** @throws SealError where it was sealed for something else, with another secret, or changed since */
export function unsealText(secret: string, purpose: Purpose, id: string, sealed: Uint8Array): string {
  return decrypt(keyFor(secret, purpose), joinAssociated([purpose, id]), sealed).toString();
}

function keyFor(secret: string, purpose: Purpose): Buffer {
  return deriveKey(secret, `sealed-text:${purpose}`);
}
