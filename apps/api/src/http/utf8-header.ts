import { isUtf8 } from "node:buffer";
import { SendexError } from "@sendex/core/error";

/**
 * A header's value as UTF-8. Node reads each byte as a character of Latin-1; what clients mean by bytes beyond ASCII is
 * UTF-8 (RFC 9110 section 5.5 leaves them opaque). Throws bad_request where they are none.
 */
export function utf8Header(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const bytes = Buffer.from(value, "latin1");
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new SendexError(
    "bad_request",
    `The header ${name} is not valid UTF-8. Send it in UTF-8, or in ASCII.`,
  );
}
