import { ERRORS } from "@sendex/core/error";
import Joi from "joi";

/** What responses are made of. These schemas check nothing while we serve; tests check every response against them. */

/** An object of a response: every key is there unless it says `optional()`. */
export function shown(keys: Joi.SchemaMap): Joi.ObjectSchema {
  return Joi.object(keys).options({ presence: "required" });
}

/** UTC, ISO 8601 with milliseconds. */
export const time = Joi.string().isoDate().example("2026-03-05T12:00:00.000Z");
export const timeOrNull = time.allow(null);
/** Text as the caller wrote it; it may be empty. */
export const words = Joi.string().allow("");

export const tag = shown({ name: Joi.string(), value: words }).meta({ name: "Tag" });

/** A page, newest first. */
export function listOf(item: Joi.Schema, more: Joi.SchemaMap = {}): Joi.ObjectSchema {
  return shown({
    object: Joi.valid("list"),
    data: Joi.array().items(item),
    has_more: Joi.boolean().description("Whether there is more in the direction of the page."),
    ...more,
  });
}

/** What a page on /v1 has beside. */
export const CURSOR = {
  next_cursor: Joi.string().allow(null).description("Goes into `after`; null at the end."),
};

/** What was deleted. */
export function deleted(object: string): Joi.ObjectSchema {
  return shown({ object: Joi.valid(object), id: Joi.string(), deleted: Joi.valid(true) });
}

export const fieldError = shown({
  field: words.description("Where, as the caller wrote it: `to[0]`, `attachments[1].filename`, `[3].to`."),
  code: Joi.string().description("A stable word: `required`, `type`, `unknown`, `format`, `too_long`, …"),
  message: Joi.string().description("For people."),
}).meta({ name: "FieldError" });

/** Every refusal, on both surfaces. */
export const errorResponse = shown({
  error: Joi.valid(...Object.keys(ERRORS)).description("The word to branch on."),
  message: Joi.string().description("For people."),
  statusCode: Joi.number().integer().description("The HTTP status."),
  name: Joi.string().description("The word that users of the Resend SDK know."),
  errors: Joi.array().items(fieldError).optional().description("Every wrong field; at most 100."),
}).meta({ name: "ApiError" });
