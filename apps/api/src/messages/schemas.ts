import Joi from "joi";
import { type SharedBody, sharedFields, text } from "../accepting/schemas";

export type PersonBody = string | { email?: string; name?: string };

export interface MessageBody extends SharedBody {
  from: PersonBody;
  recipient: PersonBody | PersonBody[];
  scheduled_time: string;
}

const mailbox = Joi.object({ email: text.required(), name: text }).meta({ name: "Person" });
const person = Joi.alternatives().conditional(Joi.object(), { then: mailbox, otherwise: text });

/** The body of `POST /v1/messages`. */
export const messageSchema = Joi.object<MessageBody>({
  ...sharedFields,
  from: person.description("Where the account has no sender of its own this is required."),
  recipient: Joi.alternatives()
    .conditional(Joi.array(), { then: Joi.array().items(person), otherwise: person })
    .description("At most 50 distinct addresses.")
    .example("you@example.com")
    .meta({ needed: true }),
  scheduled_time: text.description("ISO 8601 with a zone, up to 28 days ahead."),
})
  .required()
  .meta({ name: "NewMessage" });
