import { type ErrorSlug, SendexError } from "../error";

/** What an SMTP client is answered: RFC 5321 4.2, with the enhanced code of RFC 3463. */
export interface SmtpReply {
  code: number;
  enhanced: string;
  text: string;
}

/** 4xx: the client tries again by itself. 5xx: it gives up, and tells its sender. */
const REPLIES: Record<ErrorSlug, [code: number, enhanced: string]> = {
  bad_request: [554, "5.6.0"],
  unauthorized: [535, "5.7.8"],
  insufficient_credits: [451, "4.7.1"],
  forbidden: [550, "5.7.1"],
  account_suspended: [550, "5.7.1"],
  not_found: [554, "5.6.0"],
  method_not_allowed: [554, "5.6.0"],
  idempotency_conflict: [554, "5.7.0"],
  payload_too_large: [552, "5.3.4"],
  unsupported_media_type: [554, "5.6.0"],
  unprocessable_entity: [550, "5.7.1"],
  invalid_recipient: [550, "5.1.2"],
  validation_failed: [554, "5.6.0"],
  too_many_requests: [451, "4.7.1"],
  internal_server_error: [451, "4.3.0"],
  bad_gateway: [451, "4.3.0"],
  service_unavailable: [451, "4.3.0"],
};

/** RFC 5321 4.5.3.1.5: a reply line has at most 512 octets, codes and CRLF among them. */
const MAX_TEXT = 480;
const MAX_FIELDS = 3;

/** One line for whatever went wrong; what is no `SendexError` is nobody's business, and may be better next time. */
export function replyOf(error: unknown): SmtpReply {
  if (!(error instanceof SendexError))
    return { code: 451, enhanced: "4.3.0", text: "Something went wrong here. Try again." };
  const [code, enhanced] = REPLIES[error.slug];
  return { code, enhanced, text: lineOf(error) };
}

/** What is wrong with each of the first fields; a client shows no more than a line. */
function lineOf({ message, fields }: SendexError): string {
  const problems = fields.slice(0, MAX_FIELDS).map((field) => field.message);
  const text = problems.length > 1 ? problems.join(" ") : message;
  const line = text.replace(/[^\x20-\x7e]+/g, "?");
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}...`.slice(0, MAX_TEXT) : line;
}
