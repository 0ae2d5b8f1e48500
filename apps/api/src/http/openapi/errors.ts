import { ERRORS, type ErrorSlug } from "@sendex/core/error";
import { errorResponse } from "./responses";
import type { Response } from "./openapi";
import type { DescribedEndpoint, DescribedRoute } from "../endpoint";
import { type Components, type JsonSchema, toJsonSchema } from "./json-schema";

/** What the description says of refusals and of headers, which all routes share. */

const header = (description: string, type = "integer"): JsonSchema => ({ description, schema: { type } });

const RESPONSE_HEADERS: Record<string, JsonSchema> = {
  "X-Request-Id": header("Names the request, for questions about it; a caller's own is kept.", "string"),
  "X-RateLimit-Limit": header("Requests this key may make in a UTC minute."),
  "X-RateLimit-Remaining": header("Of them, those left."),
  "X-RateLimit-Reset": header("When the next minute begins, in Unix seconds."),
  "ratelimit-limit": header("As X-RateLimit-Limit."),
  "ratelimit-remaining": header("As X-RateLimit-Remaining."),
  "ratelimit-reset": header("Seconds until the next minute begins."),
  "Retry-After": header("Seconds to wait before another try."),
  "Idempotent-Replayed": header("`true`: the answer to an earlier request with this key.", "string"),
};

/** What answers carry; operators have no rate limit and no idempotency keys. */
export function headersFor(rated: boolean): Record<string, JsonSchema> {
  const forAll = Object.entries(RESPONSE_HEADERS).filter(([name]) =>
    /^(X-Request-Id|Retry-After)$/.test(name),
  );
  return rated ? RESPONSE_HEADERS : Object.fromEntries(forAll);
}

const SAYS: Record<ErrorSlug, string> = {
  bad_request: "missing or wrong parameters; on Sendex `errors` names the fields",
  unauthorized: "no API key or session, or not a valid one",
  insufficient_credits: "the account has too few credits; one is one recipient of a live message",
  forbidden:
    "the key lacks the permission or the person the role, the key's scope lacks the domain, the key or template is paused, or a session's write did not come from our own page",
  account_suspended: "the account is suspended",
  not_found: "there is no such thing in this account",
  method_not_allowed: "another method; `Allow` names them",
  idempotency_conflict: "the idempotency key was used with another body",
  payload_too_large: "the request, or the mail it makes, is too large",
  unsupported_media_type: "send `application/json`",
  unprocessable_entity:
    "the sender's domain is not verified, or what is asked for does not go with how things stand",
  invalid_recipient: "a recipient's domain takes no mail",
  validation_failed: "wrong fields, on Sendarix; `errors` names them",
  too_many_requests: "over the rate limit",
  internal_server_error: "ours; quote the X-Request-Id",
  bad_gateway: "Amazon SES failed in a live call",
  service_unavailable: "ours; `message` says whether the request may have been stored",
};

const SLUGS = Object.keys(ERRORS) as ErrorSlug[];

/** One response for each status of refusal. */
export function errorResponses(
  schemas: Components,
  headers: Record<string, JsonSchema>,
): Record<string, Response> {
  const schema = toJsonSchema(errorResponse, schemas, { grows: true });
  const statuses = [...new Set(SLUGS.map((slug) => ERRORS[slug].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: SLUGS.filter((slug) => ERRORS[slug].status === status)
          .map((slug) => `\`${slug}\`: ${SAYS[slug]}.`)
          .join("\n\n"),
        headers: Object.fromEntries(
          headersOf(status, Object.keys(headers)).map((name) => [
            name,
            { $ref: `#/components/headers/${name}` },
          ]),
        ),
        content: { "application/json": { schema } },
      },
    ]),
  );
}

/** The statuses that an endpoint may refuse with, by what it takes. */
export function errorsOf({ path, surface }: DescribedRoute, endpoint: DescribedEndpoint): number[] {
  const { body, doc } = endpoint;
  const need = "need" in endpoint ? endpoint.need : undefined;
  const fields: ErrorSlug[] = surface === "sendarix" ? ["bad_request", "validation_failed"] : ["bad_request"];
  const slugs: ErrorSlug[] = [
    ...EVERY_ROUTE,
    ...(need || surface === "person" || surface === "admin" ? (["forbidden"] as const) : []),
    ...(need ? (["bad_request"] as const) : []),
    ...(path.includes(":") ? [...fields, "not_found" as const] : []),
    ...(doc.query ? fields : []),
    ...(body ? [...fields, "unsupported_media_type" as const] : []),
    ...(need === "send" && body ? SENDING : []),
    ...(doc.errors ?? []),
  ];
  return [...new Set(slugs.map((slug) => ERRORS[slug].status))].sort((a, b) => a - b);
}

/** Checks of headers come before any route's own. */
const EVERY_ROUTE: ErrorSlug[] = [
  "unauthorized",
  "payload_too_large",
  "too_many_requests",
  "internal_server_error",
  "service_unavailable",
];

const SENDING: ErrorSlug[] = [
  "insufficient_credits",
  "account_suspended",
  "idempotency_conflict",
  "unprocessable_entity",
  "invalid_recipient",
];

function headersOf(status: number, names: string[]): string[] {
  const again = status === 429 || status === 503 ? ["Retry-After"] : [];
  const rate = status === 401 ? [] : names.filter((name) => /ratelimit/i.test(name));
  return ["X-Request-Id", ...rate, ...again];
}
