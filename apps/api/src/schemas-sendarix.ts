import Joi from "joi";
import { type SharedBody, sharedFields, text } from "./schemas-shared";

export type PersonBody = string | { email?: string; name?: string };

export interface MessageBody extends SharedBody {
  from: PersonBody;
  recipient: PersonBody | PersonBody[];
  scheduled_time: string;
}

const mailbox = Joi.object({ email: text.required(), name: text });
const person = Joi.alternatives().conditional(Joi.object(), { then: mailbox, otherwise: text });

/** The body of `POST /v1/messages`. */
export const messageSchema = Joi.object<MessageBody>({
  ...sharedFields,
  from: person,
  recipient: Joi.alternatives().conditional(Joi.array(), {
    then: Joi.array().items(person),
    otherwise: person,
  }),
  scheduled_time: text,
}).required();
