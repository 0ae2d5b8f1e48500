import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
/** Standard Webhooks asks for 24 to 64; 24 need no padding in base64. */
const SECRET_BYTES = 24;

/** A signing secret: `whsec_` and 24 random bytes in base64. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/**
 * The value of X-Sendex-Signature: `sha256=` and the hex HMAC-SHA256 of the raw body, keyed with the whole
 * secret as it is shown, prefix included. Source: the Sendex seed, "Verifying signatures".
 */
export function sendexSignature(secret: string, rawBody: string | Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(rawBody).digest("hex")}`;
}

/**
 * The value of webhook-signature: one `v1,<base64>` per secret, separated by spaces, so that while a secret
 * rotates its receiver may know either. Keyed with the bytes after the prefix. `timestampSeconds` is Unix time.
 * Throws TypeError on a secret of another form. Source: Standard Webhooks 1.0, "Signature scheme".
 */
export function standardSignature(
  secrets: string[],
  id: string,
  timestampSeconds: number,
  body: string,
): string {
  const signed = `${id}.${timestampSeconds}.${body}`;
  return secrets
    .map((secret) => `v1,${createHmac("sha256", keyOf(secret)).update(signed).digest("base64")}`)
    .join(" ");
}

function keyOf(secret: string): Buffer {
  const encoded = secret.slice(PREFIX.length);
  const key = Buffer.from(encoded, "base64");
  const whole = secret.startsWith(PREFIX) && key.length > 0 && key.toString("base64") === encoded;
  if (!whole) throw new TypeError("A webhook secret is whsec_ and base64");
  return key;
}
