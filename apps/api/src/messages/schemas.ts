import { MAX_ADDRESS_CHARACTERS } from "@sendex/core/accepting/address";
import { MAX_MAILBOX_NAME_CHARACTERS, MAX_MAILBOXES } from "@sendex/core/accepting/mailboxes";
import { MAX_RECIPIENTS } from "@sendex/core/accepting/message";
import Joi from "joi";
import { limited } from "../http/openapi/limited";
import { mailbox, type SharedBody, sharedFields, text, when } from "../accepting/schemas";

export type PersonBody = string | { email?: string; name?: string };

export interface MessageBody extends SharedBody {
  from: PersonBody;
  recipient: PersonBody | PersonBody[];
  cc: PersonBody | PersonBody[];
  bcc: PersonBody | PersonBody[];
  reply_to: PersonBody | PersonBody[];
  scheduled_time: string;
}

const named = Joi.object({
  email: limited(text.required(), { maxLength: MAX_ADDRESS_CHARACTERS }),
  name: limited(text, { maxLength: MAX_MAILBOX_NAME_CHARACTERS }),
}).meta({ name: "Person" });
const person = Joi.alternatives().conditional(Joi.object(), { then: named, otherwise: mailbox });

const people = Joi.alternatives().conditional(Joi.array(), {
  then: limited(Joi.array().items(person), { maxItems: MAX_MAILBOXES }),
  otherwise: person,
});

/** The body of `POST /v1/messages`. */
export const messageSchema = Joi.object<MessageBody>({
  ...sharedFields,
  from: person.description("Where the account has no sender of its own this is required."),
  recipient: people
    .description(`At most ${MAX_RECIPIENTS} distinct addresses over recipient, cc and bcc.`)
    .example("you@example.com")
    .meta({ needed: true }),
  cc: people,
  bcc: people,
  reply_to: people,
  scheduled_time: when,
})
  .required()
  .meta({ name: "NewMessage" });
