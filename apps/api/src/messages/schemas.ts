import Joi from "joi";
import { type SharedBody, sharedFields, text } from "../accepting/schemas";

export type PersonBody = string | { email?: string; name?: string };

export interface MessageBody extends SharedBody {
  from: PersonBody;
  recipient: PersonBody | PersonBody[];
  cc: PersonBody | PersonBody[];
  bcc: PersonBody | PersonBody[];
  reply_to: PersonBody | PersonBody[];
  scheduled_time: string;
}

const mailbox = Joi.object({ email: text.required(), name: text }).meta({ name: "Person" });
const person = Joi.alternatives().conditional(Joi.object(), { then: mailbox, otherwise: text });

const people = Joi.alternatives().conditional(Joi.array(), {
  then: Joi.array().items(person),
  otherwise: person,
});

/** The body of `POST /v1/messages`. */
export const messageSchema = Joi.object<MessageBody>({
  ...sharedFields,
  from: person.description("Where the account has no sender of its own this is required."),
  recipient: people
    .description("At most 50 distinct addresses over recipient, cc and bcc.")
    .example("you@example.com")
    .meta({ needed: true }),
  cc: people,
  bcc: people,
  reply_to: people,
  scheduled_time: text.description("ISO 8601 with a zone, up to 28 days ahead."),
})
  .required()
  .meta({ name: "NewMessage" });
