import { MODES } from "@sendex/core/accepting/message";
import Joi from "joi";
import { deleted, listOf, shown, time } from "../http/openapi/responses";

/** Of an endpoint and of what it is told. */
export const endpointMode = Joi.valid(...MODES).description(
  "Of the key that registered the endpoint: it is told of mail of this mode.",
);

const keys = {
  object: Joi.valid("webhook"),
  mode: endpointMode,
  id: Joi.string().description("`whk_…`"),
  endpoint: Joi.string().uri(),
  // Not the catalogue: an endpoint may be stored with a name that this version does not know.
  events: Joi.array().items(Joi.string()).description("Events it is told of; later versions add names."),
  status: Joi.valid("enabled", "disabled"),
  created_at: time,
};

export const webhook = shown(keys).meta({ name: "Webhook" });
export const webhookList = listOf(webhook).meta({ name: "WebhookList" });
export const createdWebhook = shown({
  ...keys,
  signing_secret: Joi.string().description("`whsec_…`; shown only here."),
}).meta({ name: "CreatedWebhook" });
export const deletedWebhook = deleted("webhook").meta({ name: "DeletedWebhook" });
