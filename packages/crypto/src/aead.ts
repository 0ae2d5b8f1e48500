import { createCipheriv, createDecipheriv } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { randomPiece } from "./random";
import { SealError } from "./seal-error";

const CIPHER = "aes-256-gcm";
export const KEY_BYTES = 32;
/** NIST SP 800-38D 8.2.2: random nonces of 96 bits are good for 2^32 texts a key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What a box has beyond its plaintext. */
export const BOX_BYTES = NONCE_BYTES + TAG_BYTES;
const LENGTH_BYTES = 4;

/** AES-256-GCM under a fresh nonce: nonce, ciphertext, full tag. */
export function encrypt(key: Uint8Array, associated: Uint8Array, plaintext: Uint8Array): Buffer {
  const nonce = randomPiece(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/**
 * As `encrypt`, behind `head`, into `whole`, which is as long as all of it. For what is large: the event loop is given
 * back after each piece.
 */
export async function encryptPieces(
  key: Uint8Array,
  associated: Uint8Array,
  { head, pieces, whole }: { head: Uint8Array; pieces: Iterable<Uint8Array>; whole: Buffer },
): Promise<void> {
  const nonce = randomPiece(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(associated);
  let at = 0;
  const put = (part: Uint8Array): void => {
    whole.set(part, at);
    at += part.length;
  };
  put(head);
  put(nonce);
  for (const piece of pieces) {
    put(cipher.update(piece));
    await setImmediate();
  }
  put(cipher.final());
  put(cipher.getAuthTag());
  if (at !== whole.length) throw new RangeError(`${at} bytes were sealed into ${whole.length}`);
}

/** Opens what `encrypt` made. Throws SealError where any bit of it, of the key or of the associated data differs. */
export function decrypt(key: Uint8Array, associated: Uint8Array, box: Uint8Array): Buffer {
  if (box.length < NONCE_BYTES + TAG_BYTES) throw new SealError("malformed", "Sealed bytes are cut short");
  const nonce = box.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(associated)
    .setAuthTag(box.subarray(-TAG_BYTES));
  const plaintext = decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plaintext, decipher.final()]);
  } catch (cause) {
    throw new SealError("tampered", "Sealed bytes do not belong here or were altered", cause);
  }
}

/** Joins parts so that no two lists of parts give the same bytes: each behind its length. */
export function joinAssociated(parts: (string | Uint8Array)[]): Buffer {
  const lengths = parts.map((part) => Buffer.byteLength(part));
  const joined = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  parts.forEach((part, i) => {
    const length = lengths[i] ?? 0;
    at = joined.writeUInt32BE(length, at);
    if (typeof part === "string") joined.write(part, at, "utf8");
    else joined.set(part, at);
    at += length;
  });
  return joined;
}
