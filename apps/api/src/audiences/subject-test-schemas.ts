import { MAX_SUBJECT_CHARACTERS } from "@sendex/core/accepting/message";
import {
  MAX_TEST_HOURS,
  MAX_TEST_PERCENT,
  MIN_TEST_HOURS,
  MIN_TEST_PERCENT,
  TEST_MEASURES,
  TEST_PHASES,
  type Variant,
  VARIANTS,
} from "@sendex/core/audiences/subject-test";
import Joi from "joi";
import { prose } from "../accepting/schemas";
import { shown, timeOrNull, words } from "../http/openapi/responses";

/** Two subjects of a broadcast; the SDK knows nothing of them. */

const variantName = Joi.valid(...VARIANTS);

export const variant = variantName.description("`b`: with the subject of `subject_test`.");

export const subjectTest = Joi.object({
  subject: prose(MAX_SUBJECT_CHARACTERS).min(1).required().description("The second one. Liquid."),
  percent: Joi.number()
    .integer()
    .min(MIN_TEST_PERCENT)
    .max(MAX_TEST_PERCENT)
    .default(20)
    .description(
      "Of the contacts: one half of them gets `subject`, one half this one; with 100 there is no rest.",
    ),
  hours: Joi.number()
    .integer()
    .min(MIN_TEST_HOURS)
    .max(MAX_TEST_HOURS)
    .default(4)
    .description("From the last mail of the test until the rest gets the better one."),
  by: Joi.valid(...TEST_MEASURES)
    .default("opened")
    .description(
      "What is better: the larger share of the mails delivered that people opened, or clicked in.",
    ),
}).description("A second subject, tried against the first.");

export const decideSchema = Joi.object<{ winner: Variant }>({
  winner: variantName.description(
    "`a`: `subject`; `b`: that of `subject_test`. The better one unless given.",
  ),
});

const counts = shown({
  delivered: Joi.number().integer(),
  opened: Joi.number().integer(),
  clicked: Joi.number().integer(),
});

export const subjectTestResponse = shown({
  subject: words,
  percent: Joi.number().integer(),
  hours: Joi.number().integer(),
  by: Joi.valid(...TEST_MEASURES),
  phase: Joi.valid(...TEST_PHASES, null).description("Null: it has not begun."),
  decides_at: timeOrNull,
  winner: Joi.valid(...VARIANTS, null),
  results: shown({
    a: counts,
    b: counts,
    clear: Joi.boolean().description("Chance would make such a difference less than once in twenty tests."),
  })
    .allow(null)
    .description("Of the first 20,000 mails of the test; by people, once each."),
});
