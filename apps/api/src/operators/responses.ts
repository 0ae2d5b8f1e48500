import { REVIEW_LABELS } from "@sendex/core/reputation/review";
import { TIERS } from "@sendex/core/reputation/tier";
import Joi from "joi";
import { appealResponse } from "../accounts/schemas";
import { listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";

/** What operators are answered, beside accounts and appeals as their owners see them. */

const id = Joi.string();
const count = Joi.number().integer();

export const accountListResponse = listOf(
  shown({
    id,
    email: words,
    tier: Joi.valid(...TIERS),
    standing: Joi.valid("active", "suspended"),
    createdAt: time,
  }),
);

export const heldListResponse = listOf(shown({ accountId: id, held: count, firstGivenUpAt: timeOrNull }));

const creditEntry = shown({
  id: count,
  kind: Joi.valid("grant", "debit", "refund"),
  amount: count,
  balance: count,
  messageId: id.allow(null),
  note: words.allow(null),
  at: time,
});
export const creditsResponse = listOf(creditEntry, {
  credits: count.allow(null).description("Null: unlimited."),
});

export const accountsAppealResponse = appealResponse.keys({ account_id: id }).meta({ name: "AccountAppeal" });

export const caseResponse = shown({
  accountId: id,
  id,
  messageId: id,
  label: Joi.valid(...REVIEW_LABELS),
  score: Joi.number(),
  structural: Joi.boolean().description(
    "Whether a fact of the mail's build is among the reasons, not its words alone.",
  ),
  reasons: Joi.array().items(shown({ signal: Joi.string(), sentence: words })),
  provider: Joi.string(),
  action: Joi.valid("flag", "suspend"),
  createdAt: time,
  decision: Joi.valid("legitimate", "abuse").allow(null),
  decidedAt: timeOrNull,
  decidedBy: words.allow(null),
  note: words.allow(null),
}).meta({ name: "Case" });

export const caseMailResponse = shown({
  object: Joi.valid("case_mail"),
  id,
  account_id: id,
  message_id: id,
  from: words,
  to: Joi.array().items(words),
  subject: words.allow(null),
  created_at: time,
  recipients: count,
  text: words
    .allow(null)
    .description("Null, as `html` and `files`: there is none, or the content is erased."),
  html: words.allow(null).description("Show it in a frame without scripts or origin."),
  files: Joi.array().items(words).allow(null).description("Names of its files."),
}).meta({ name: "CaseMail" });

export const auditResponse = shown({
  id,
  at: time,
  actor: words,
  act: Joi.string().description("`account.suspend`, `credits.grant`, …"),
  accountId: id.allow(null),
  subjectId: id.allow(null).description("What it was done to, where that is not the account."),
  detail: Joi.object().description("What was decided, with its note."),
});
