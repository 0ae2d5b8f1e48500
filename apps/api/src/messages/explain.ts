import type { Dialect } from "@sendex/core/accepting/message";
import { statusWords } from "@sendex/wire/messages/words";
import { explainMessage } from "@sendex/pipeline/messages/explain";
import Joi from "joi";
import type { Route } from "../http/endpoint";
import { messageId } from "../http/path-id";

const time = Joi.string().isoDate();
const sentence = {
  code: Joi.string().required().description("For programs: stable."),
  text: Joi.string().required().description("For people: may change."),
  recipient: Joi.string().description("Absent: it is about the whole message."),
};

function responseOn(surface: Dialect): Joi.Schema {
  return Joi.object({
    object: Joi.valid("explanation").required(),
    id: Joi.string().required(),
    status: Joi.valid(...statusWords(surface)).required(),
    summary: Joi.string().required(),
    steps: Joi.array()
      .items(Joi.object({ at: time.required(), ...sentence }))
      .required(),
    next: Joi.array()
      .items(Joi.object({ at: time, ...sentence }))
      .required(),
  });
}

/** Why a message is where it is, on both surfaces. */
export const explainRoutes: Route[] = [
  explainRoute("sendex", "/api/v1/emails", "emails"),
  explainRoute("sendarix", "/v1/messages", "messages"),
];

function explainRoute(surface: Dialect, base: string, noun: string): Route {
  return {
    surface,
    path: `${base}/:id/explain`,
    endpoints: {
      GET: {
        need: "full",
        doc: {
          id: `${noun}.explain`,
          summary: "Every decision on a message in sentences, and what happens next",
          responses: { 200: responseOn(surface) },
        },
        run: async ({ context, caller, ...rest }) => ({
          status: 200,
          body: await explainMessage(context, caller, messageId(rest), surface),
        }),
      },
    },
  };
}
