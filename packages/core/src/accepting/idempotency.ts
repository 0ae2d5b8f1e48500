import type { FieldError } from "../error";
import { hasControl, wellFormed } from "@sendex/kit/text";
import { type Dialect, MAX_IDEMPOTENCY_KEY_CHARACTERS } from "./message";

const FIELD = "Idempotency-Key";

/**
 * The one idempotency key of a request out of every place that may hold one, the same wherever it stands: in Unicode's
 * form NFC (UAX 15), without the white space around it, which HTTP takes off a header (RFC 9110 section 5.5). An empty key is an error and not an absent one: its sender believes to be safe from sending twice.
 */
export function readIdempotencyKey(
  candidates: (string | undefined)[],
): { key?: string } | { error: FieldError } {
  const keys = new Set(
    candidates.filter((key) => key !== undefined).map((key) => key.normalize("NFC").trim()),
  );
  const [key] = keys;
  if (key === undefined) return {};
  if (keys.size > 1) return wrong("conflict", "The request has two different idempotency keys.");
  if (key === "") return wrong("required", "The idempotency key is empty.");
  if (key.length > MAX_IDEMPOTENCY_KEY_CHARACTERS) {
    return wrong("too_long", `An idempotency key has at most ${MAX_IDEMPOTENCY_KEY_CHARACTERS} characters.`);
  }
  if (hasControl(key)) return wrong("format", "An idempotency key must not contain control characters.");
  if (wellFormed(key) !== key)
    return wrong("format", "The idempotency key holds half a character: a surrogate without its other half.");
  return { key };
}

/**
 * What a request with a key is: the first of its kind, a repeat that gets the first one's answer, or another
 * request under a used key. On Sendarix that is answered as a repeat too, as its seed promises.
 */
export function decideReplay(
  stored: { fingerprint: string } | undefined,
  fingerprint: string,
  dialect: Dialect,
): "new" | "replay" | "conflict" {
  if (!stored) return "new";
  return stored.fingerprint === fingerprint || dialect === "sendarix" ? "replay" : "conflict";
}

function wrong(code: string, message: string): { error: FieldError } {
  return { error: { field: FIELD, code, message } };
}
