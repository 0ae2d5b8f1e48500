/**
 * The one typed error. A slug is what callers branch on; its HTTP status and the name that the
 * public Resend SDK expects for it stand in the table here and nowhere else.
 * Source: the Sendex seed's error table and docs/contract.md "Errors".
 */
export const ERRORS = {
  bad_request: { status: 400, name: "validation_error" },
  unauthorized: { status: 401, name: "missing_api_key" },
  insufficient_credits: { status: 402, name: "insufficient_credits" },
  forbidden: { status: 403, name: "restricted_api_key" },
  account_suspended: { status: 403, name: "account_suspended" },
  not_found: { status: 404, name: "not_found" },
  method_not_allowed: { status: 405, name: "method_not_allowed" },
  idempotency_conflict: { status: 409, name: "invalid_idempotent_request" },
  payload_too_large: { status: 413, name: "payload_too_large" },
  unsupported_media_type: { status: 415, name: "unsupported_media_type" },
  unprocessable_entity: { status: 422, name: "validation_error" },
  invalid_recipient: { status: 422, name: "validation_error" },
  validation_failed: { status: 422, name: "validation_error" },
  too_many_requests: { status: 429, name: "rate_limit_exceeded" },
  internal_server_error: { status: 500, name: "application_error" },
  bad_gateway: { status: 502, name: "application_error" },
  service_unavailable: { status: 503, name: "application_error" },
} as const;

export type ErrorSlug = keyof typeof ERRORS;

/** One wrong field. `field` is a path as the caller wrote it: `to`, `attachments[0].filename`, `[3].to`. */
export interface FieldError {
  field: string;
  /** A stable word: `required`, `type`, `unknown`, `format`, `too_long`, `too_many`, `forbidden`, `out_of_range`, … */
  code: string;
  message: string;
}

export interface ErrorDetails {
  fields?: FieldError[];
  /** Sent as Retry-After, whole seconds. */
  retryAfterSeconds?: number;
  /** Overrides the SDK name of the slug, as for `invalid_api_key`. */
  name?: string;
  /** Sent as Allow, with method_not_allowed. */
  allow?: string[];
  cause?: unknown;
}

/** An expected failure. Thrown anywhere, translated only by the API's error handler (and the SMTP server). */
export class SendexError extends Error {
  readonly slug: ErrorSlug;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;
  readonly sdkName: string;
  readonly allow: string[];

  constructor(slug: ErrorSlug, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "SendexError";
    this.slug = slug;
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.sdkName = details.name ?? ERRORS[slug].name;
    this.allow = details.allow ?? [];
  }

  get status(): number {
    return ERRORS[this.slug].status;
  }
}

/** A validation failure over one or more fields. The message names the first, so that a log line is useful. */
export function invalidFields(fields: FieldError[]): SendexError {
  const first = fields[0];
  return new SendexError("bad_request", first ? first.message : "The request is not valid.", { fields });
}
