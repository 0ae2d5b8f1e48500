import { MAX_MAILBOXES } from "@sendex/core/accepting/mailboxes";
import { MAX_BATCH, MAX_RECIPIENTS } from "@sendex/core/accepting/message";
import Joi from "joi";
import { limited } from "../http/openapi/limited";
import { mailbox, type SharedBody, sharedFields, when } from "../accepting/schemas";

export interface EmailBody extends SharedBody {
  from: string;
  to: string | string[];
  cc: string | string[];
  bcc: string | string[];
  reply_to: string | string[];
  scheduled_at: string;
}

const addresses = Joi.alternatives().conditional(Joi.array(), {
  then: limited(Joi.array().items(mailbox), { maxItems: MAX_MAILBOXES }),
  otherwise: mailbox,
});

/** One email of `POST /emails` and `POST /emails/batch`. */
export const emailSchema = Joi.object<EmailBody>({
  ...sharedFields,
  from: mailbox
    .description("`a@b.example` or `Name <a@b.example>`; its domain must be verified.")
    .example("Shop <shop@example.com>"),
  to: addresses
    .description(`At most ${MAX_RECIPIENTS} distinct addresses over to, cc and bcc.`)
    .example("you@example.com")
    .meta({ needed: true }),
  cc: addresses,
  bcc: addresses,
  reply_to: addresses,
  scheduled_at: when,
})
  .required()
  .meta({ name: "NewEmail" });

/** The body of `POST /emails/batch`; each item is checked by itself. */
export const batchSchema = Joi.array().items(emailSchema).min(1).max(MAX_BATCH).required();

/** `PATCH /emails/:id` */
export const rescheduleSchema = Joi.object<{ scheduled_at: string }>({
  scheduled_at: when.required(),
}).required();

/** `POST /emails/:id/resend` */
export const sendAgainSchema = Joi.object<{ to: string | string[] }>({
  to: Joi.alternatives()
    .conditional(Joi.array(), {
      then: Joi.array().items(mailbox).min(1).max(MAX_RECIPIENTS),
      otherwise: mailbox,
    })
    .description("Some of its recipients; all of them unless given."),
}).required();

/** Names that `resend` up to 3.x lets through, and ours for them. */
export const EMAIL_ALIASES = { replyTo: "reply_to", scheduledAt: "scheduled_at" };
export const FILE_ALIASES = { contentType: "content_type", contentId: "content_id" };
