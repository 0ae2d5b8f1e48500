import { parseAddress, parseMailbox } from "@sendex/core/accepting/address";
import { type FieldError, invalidFields } from "@sendex/core/error";
import { mailboxProblem } from "@sendex/core/accepting/mailbox-problem";
import { parseInstant } from "@sendex/core/accepting/instant";
import { isBareSimulator } from "@sendex/core/reputation/simulator";
import { normalizeAddress, readReason } from "@sendex/core/suppressions";
import { isId } from "@sendex/crypto/token";
import type { SuppressionWish } from "@sendex/pipeline/suppressions/suppress";
import type { Exchange } from "../http/endpoint";

/** The path's id or address, as it may stand in it unencoded; undefined where it can be neither. */
export function readKey({ id }: Pick<Exchange, "id">): { id: string } | { address: string } | undefined {
  if (isId("sup", id)) return { id };
  const address = parseAddress(id);
  return address === undefined ? undefined : { address: normalizeAddress(address) };
}

/** Addresses with what is said of all of them. `field` names each: `email`, `emails[3]`. Throws bad_request with all that is wrong. */
export function readWishes(
  texts: { text: string; field: string }[],
  { reason: word, expires_at }: { reason?: string; expires_at?: string },
  now: Date,
): SuppressionWish[] {
  const reason = word === undefined ? "manual" : readReason(word);
  const errors: FieldError[] = [];
  const expiresAt = expires_at === undefined ? null : readEnd(expires_at, now, errors);
  if (expiresAt && reason === "complaint")
    errors.push({ field: "expires_at", code: "forbidden", message: "A complaint never expires." });
  const wishes = texts.map(({ text, field }) => ({
    address: readSuppressible(text, field, errors),
    reason,
    label: word === undefined || word === reason ? null : word,
    expiresAt,
  }));
  if (errors.length > 0) throw invalidFields(errors);
  return wishes;
}

/** Lower-case; "" where an error was added. */
export function readSuppressible(text: string, field: string, errors: FieldError[]): string {
  const address = parseMailbox(text)?.address;
  if (address === undefined) {
    const { code, text: problem } = mailboxProblem(text);
    errors.push({ field, code, message: `${field} must be an email address: ${problem}.` });
    return "";
  }
  const normal = normalizeAddress(address);
  if (isBareSimulator(normal)) {
    const message = `${field} is an address of the SES simulator, which is never suppressed without a +label.`;
    errors.push({ field, code: "forbidden", message });
  }
  return normal;
}

function readEnd(text: string, now: Date, errors: FieldError[]): Date | null {
  const end = parseInstant(text);
  if (end && end > now) return end;
  const message = "expires_at must be a time to come, in ISO 8601 with a zone.";
  errors.push({ field: "expires_at", code: "format", message });
  return null;
}
