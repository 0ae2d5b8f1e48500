import { TIMELINE_TYPES } from "@sendex/core/webhooks/event";
import { type Dialect, PRIORITIES } from "@sendex/core/accepting/message";
import { statusWords } from "@sendex/wire/messages/words";
import Joi from "joi";
import { fieldError, listOf, shown, tag, time, timeOrNull, words } from "../http/openapi/responses";

/** What either surface says of messages; core's presenters make it. */

const messageId = Joi.string().description("`msg_…`, the same on both surfaces.");
const mode = Joi.valid("live", "test").description("Of the key that it was sent with.");
const mailboxes = Joi.array().items(Joi.string());
const status = (surface: Dialect) => Joi.valid(...statusWords(surface));

const recipientOn = (surface: Dialect) =>
  shown({
    address: Joi.string(),
    kind: Joi.valid("to", "cc", "bcc"),
    status: status(surface),
    reason: words.allow(null),
    ses_message_id: Joi.string().allow(null),
    rfc_message_id: Joi.string()
      .allow(null)
      .description(
        "The Message-ID header that it was delivered with, which SES writes. Null until SES took it.",
      ),
  });

const agent = { userAgent: words.optional(), ipAddress: words.optional() };

const eventOn = (surface: Dialect) =>
  shown({
    type: Joi.valid(...TIMELINE_TYPES.map((type) => (type === "sent" ? sentWord(surface) : type))),
    at: time,
    recipient: Joi.string().optional(),
    attempt: Joi.number().integer().optional().description("Which try this belongs to, from 1."),
    reason: words.optional(),
    detail: words.optional().description("The words of SES or of the receiving server."),
    bounce: shown({ type: words, subType: words, message: words }).optional(),
    complaint: shown({ type: words.allow(null) }).optional(),
    click: shown({ link: words, ...agent }).optional(),
    open: shown(agent).optional(),
    pace: shown({
      limit: Joi.valid("account", "domain"),
      domain: Joi.string().optional(),
      perSecond: Joi.number(),
    }).optional(),
    ses_message_id: Joi.string().optional(),
    rfc_message_id: Joi.string()
      .optional()
      .description("The Message-ID header of the mail that it is about."),
    retry_at: time.optional(),
    scheduled_at: time.optional(),
  }).unknown();

const emailRecipient = recipientOn("sendex").meta({ name: "EmailRecipient" });
const emailEvent = eventOn("sendex").meta({ name: "EmailEvent" });
const messageRecipient = recipientOn("sendarix").meta({ name: "MessageRecipient" });
const messageEvent = eventOn("sendarix").meta({ name: "MessageEvent" });

const emailKeys = {
  object: Joi.valid("email"),
  id: messageId,
  message_id: messageId,
  mode,
  rfc_message_id: Joi.string().allow(null).description("Of a message to one recipient: as in `recipients`."),
  to: mailboxes,
  from: Joi.string(),
  cc: mailboxes.allow(null),
  bcc: mailboxes.allow(null),
  reply_to: mailboxes.allow(null),
  subject: words.allow(null).description("Null once the content is erased."),
  created_at: time,
  scheduled_at: timeOrNull,
  last_event: Joi.string().description("The status in the words of the Resend SDK."),
  status: status("sendex"),
  priority: Joi.valid(...PRIORITIES),
  topic_id: Joi.string().allow(null).description("The topic that it is of."),
  tags: Joi.array().items(tag),
  metadata: Joi.object(),
  recipients: Joi.array().items(emailRecipient),
};
const contentKeys = {
  html: words.allow(null).description("Null where there is none, or once it is erased."),
  text: words.allow(null).description("Null where there is none, or once it is erased."),
  events: Joi.array().items(emailEvent).description("The timeline, oldest first."),
};

export const email = shown({ ...emailKeys, ...contentKeys }).meta({ name: "Email" });
export const emailList = listOf(shown(emailKeys).meta({ name: "ListedEmail" })).meta({ name: "EmailList" });

const accepted = Joi.valid("queued", "scheduled");

export const acceptedEmail = shown({
  id: messageId,
  object: Joi.valid("email"),
  status: accepted,
  created_at: time,
  scheduled_at: time.optional(),
}).meta({ name: "AcceptedEmail" });

export const acceptedBatch = shown({
  data: Joi.array().items(shown({ id: messageId, scheduled_at: time.optional() })),
  errors: Joi.array()
    .items(
      shown({
        index: Joi.number().integer(),
        message: Joi.string().description("Of the first of its errors."),
        errors: Joi.array().items(fieldError),
      }),
    )
    .optional()
    .description("With `x-batch-validation: permissive`: what was left out."),
}).meta({ name: "AcceptedBatch" });

/** Of a reschedule. */
export const movedEmail = shown({
  object: Joi.valid("email"),
  id: messageId,
  scheduled_at: time.description("The time as it was understood."),
}).meta({ name: "MovedEmail" });

/** Of a cancel. */
export const changedEmail = shown({ object: Joi.valid("email"), id: messageId }).meta({
  name: "ChangedEmail",
});

const messageKeys = {
  message_id: messageId,
  mode,
  status: status("sendarix"),
  recipient: Joi.string().allow(null).description("The first of them."),
  recipients: Joi.array().items(messageRecipient),
  subject: words.allow(null).description("Null once the content is erased."),
  from: Joi.string(),
  created_at: time,
  scheduled_time: timeOrNull,
  sent_at: timeOrNull.description("When SES took the first recipient's mail."),
  delivered_at: timeOrNull.description("The latest delivery."),
  tags: Joi.array().items(tag),
  metadata: Joi.object(),
};

export const message = shown({
  ...messageKeys,
  events: Joi.array().items(messageEvent).description("The timeline, oldest first."),
}).meta({ name: "Message" });

export const messageList = listOf(shown(messageKeys).meta({ name: "ListedMessage" }), {
  next_cursor: messageId.allow(null).description("Goes into `after`; null at the end."),
}).meta({ name: "MessageList" });

export const acceptedMessage = shown({
  message_id: messageId,
  status: accepted,
  recipient: Joi.string().allow(null),
  created_at: time,
  scheduled_time: time.optional(),
}).meta({ name: "AcceptedMessage" });

export const cancelledMessage = shown({ message_id: messageId, status: Joi.valid("cancelled") }).meta({
  name: "CancelledMessage",
});

function sentWord(surface: Dialect): string {
  return surface === "sendex" ? "sent" : "accepted";
}
