import { MODES } from "@sendex/core/accepting/message";
import { statusWords } from "@sendex/wire/messages/words";
import Joi from "joi";
import { address } from "../http/list-query";
import { listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";

/** `GET /sandbox/emails/:id` */
export const mailQuery = Joi.object<{ recipient?: string }>({
  recipient: address.description("One of its recipients; unless given, the first that was sent to."),
});

const count = Joi.number().integer();

const listedKeys = {
  object: Joi.valid("sandbox_email"),
  id: Joi.string().description("`msg_…`, as everywhere."),
  mode: Joi.valid(...MODES),
  from: Joi.string(),
  to: Joi.array().items(Joi.string()),
  subject: words.allow(null),
  status: Joi.valid(...statusWords("sendex")),
  created_at: time,
  sent_at: timeOrNull.description("When the sandbox took the first recipient's mail; null: it has none yet."),
  recipients: Joi.array().items(Joi.string()),
};

export const sandboxList = listOf(shown(listedKeys).meta({ name: "ListedSandboxEmail" }));

const unsubscribe = shown({
  present: Joi.boolean(),
  mailto: Joi.string().allow(null),
  https: Joi.string().allow(null),
  one_click: Joi.boolean().description("RFC 8058."),
  problems: Joi.array().items(words).description("In sentences."),
});

export const sandboxMail = shown({
  ...listedKeys,
  recipient: Joi.string().description("Whose mail this is."),
  headers: Joi.array().items(shown({ name: Joi.string(), value: words })),
  html: words.allow(null).description("As it came: show it in a frame without scripts or origin."),
  text: words.allow(null),
  source: words.description("The first 512 KB."),
  bytes: count,
  attachments: Joi.array().items(
    shown({ filename: words, content_type: Joi.string(), size: count, inline: Joi.boolean() }),
  ),
  links: Joi.array()
    .items(
      shown({
        url: words,
        text: words,
        problem: Joi.valid("empty", "not_a_url", "no_scheme", "unfilled", "insecure", "private").allow(null),
      }),
    )
    .description("Those of the HTML, at most 500; none of them is followed."),
  list_unsubscribe: unsubscribe,
}).meta({ name: "SandboxEmail" });
