import { describe, expect, test } from "@jest/globals";
import { ERRORS, type ErrorSlug, type FieldError, SendexError } from "@sendex/core/error";
import { renderError } from "./render-error";

const SLUGS = Object.keys(ERRORS) as ErrorSlug[];
const SURFACES = ["sendex", "sendarix"] as const;
const field = (name: string, code: string): FieldError => ({
  field: name,
  code,
  message: `${name} is wrong.`,
});

describe("renderError", () => {
  test.each(SURFACES.flatMap((surface) => SLUGS.map((slug) => [surface, slug] as const)))(
    "on %s, %s keeps its status and name in both vocabularies",
    (surface, slug) => {
      const { status, name } = ERRORS[slug];
      expect(renderError(new SendexError(slug, "A sentence."), surface)).toEqual({
        status,
        headers: {},
        body: { statusCode: status, name, message: "A sentence.", error: slug },
      });
    },
  );

  test("tells a wrong key from a missing one by name", () => {
    const error = new SendexError("unauthorized", "No.", { name: "invalid_api_key" });
    expect(renderError(error, "sendex").body).toMatchObject({
      error: "unauthorized",
      name: "invalid_api_key",
    });
  });

  test("calls wrong fields 400 on Sendex and 422 on Sendarix", () => {
    const error = new SendexError("bad_request", "to is wrong.", { fields: [field("to", "format")] });
    expect(renderError(error, "sendex")).toMatchObject({
      status: 400,
      body: { error: "bad_request", name: "validation_error" },
    });
    expect(renderError(error, "sendarix")).toMatchObject({
      status: 422,
      body: { error: "validation_failed", name: "validation_error", statusCode: 422, errors: error.fields },
    });
  });

  test("calls files that SES refuses 422 on both, unless something else is wrong too", () => {
    const blocked = field("attachments[0].filename", "blocked_extension");
    const only = new SendexError("bad_request", "No.", {
      fields: [blocked, field("attachments", "too_many")],
    });
    const mixed = new SendexError("bad_request", "No.", { fields: [blocked, field("to", "format")] });
    expect(renderError(only, "sendex")).toMatchObject({ status: 422, body: { error: "validation_failed" } });
    expect(renderError(mixed, "sendex")).toMatchObject({ status: 400, body: { error: "bad_request" } });
  });

  test("sends Retry-After and Allow where they are known", () => {
    const later = new SendexError("service_unavailable", "Later.", { retryAfterSeconds: 7 });
    const other = new SendexError("method_not_allowed", "No.", { allow: ["GET", "POST"] });
    expect(renderError(later, "sendex").headers).toEqual({ "Retry-After": "7" });
    expect(renderError(other, "sendex").headers).toEqual({ Allow: "GET, POST" });
  });

  test("shows a bounded number of wrong fields", () => {
    const fields = Array.from({ length: 5000 }, (_, i) => field(`f${i}`, "unknown"));
    const { body } = renderError(new SendexError("bad_request", "No.", { fields }), "sendex");
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });
});
