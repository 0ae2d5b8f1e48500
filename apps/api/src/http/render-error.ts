import { ERRORS, type ErrorSlug, type FieldError, type SendexError } from "@sendex/core/error";
import type { Dialect } from "@sendex/core/accepting/message";
import type { Reply } from "./reply";

/** A hostile body can be wrong in ten thousand places. */
export const MAX_SHOWN_FIELDS = 100;

/**
 * The one translation of an expected failure into a response: both the seeds' words (`error`, `message`) and those of
 * the Resend SDK (`name`, `statusCode`). Source: docs/contract.md "Errors", docs/api.md "The Resend SDK".
 */
export function renderError(error: SendexError, surface: Dialect): Reply {
  const slug = slugOn(surface, error);
  const statusCode = ERRORS[slug].status;
  return {
    status: statusCode,
    headers: {
      ...(error.retryAfterSeconds !== undefined && { "Retry-After": String(error.retryAfterSeconds) }),
      ...(error.allow.length > 0 && { Allow: error.allow.join(", ") }),
    },
    body: {
      statusCode,
      name: slug === error.slug ? error.sdkName : ERRORS[slug].name,
      message: error.message,
      error: slug,
      ...(error.fields.length > 0 && { errors: error.fields.slice(0, MAX_SHOWN_FIELDS) }),
    },
  };
}

/** Wrong fields are 400 on Sendex and 422 on Sendarix; a file that SES refuses to carry is 422 on both (docs/security.md). */
function slugOn(surface: Dialect, { slug, fields }: SendexError): ErrorSlug {
  if (slug !== "bad_request" || fields.length === 0) return slug;
  return surface === "sendarix" || fields.every(isRefusedBySes) ? "validation_failed" : slug;
}

function isRefusedBySes({ field, code }: FieldError): boolean {
  return code === "blocked_extension" || (code === "too_many" && field.endsWith("attachments"));
}
