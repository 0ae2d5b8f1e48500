import type { ErrorSlug } from "@sendex/core/error";
import { MAX_IDEMPOTENCY_KEY_CHARACTERS } from "@sendex/core/accepting/message";
import Joi from "joi";

/** Headers of sending, for the description: core and send-batch.ts read them. */
const keys = {
  "Idempotency-Key": Joi.string()
    .max(MAX_IDEMPOTENCY_KEY_CHARACTERS)
    .description(
      "Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`.",
    ),
};

/** What a route may refuse with that sends, whatever key it needs. */
export const SEND_ERRORS: ErrorSlug[] = [
  "insufficient_credits",
  "account_suspended",
  "idempotency_conflict",
  "payload_too_large",
  "unprocessable_entity",
  "invalid_recipient",
];

export const sendHeaders = Joi.object(keys);

export const batchHeaders = Joi.object({
  ...keys,
  "x-batch-validation": Joi.valid("strict", "permissive").description(
    "`strict`: one bad email refuses all. `permissive`: the good ones go, the others are listed.",
  ),
});
