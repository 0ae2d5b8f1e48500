import { MODES } from "@sendex/core/accepting/message";
import Joi from "joi";
import { deleted, listOf, shown, time, timeOrNull } from "../http/openapi/responses";

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
  disabled_reason: Joi.string().allow(null).description("Why it is disabled, in a sentence."),
  disabled_at: timeOrNull,
  failing_since: timeOrNull.description("It has taken nothing since then; null: it takes what it is told."),
};

export const webhook = shown(keys).meta({ name: "Webhook" });
export const webhookList = listOf(webhook).meta({ name: "WebhookList" });
export const createdWebhook = shown({
  ...keys,
  signing_secret: Joi.string().description("`whsec_…`; shown only here."),
}).meta({ name: "CreatedWebhook" });
export const deletedWebhook = deleted("webhook").meta({ name: "DeletedWebhook" });

/** Of a test event. */
export const toldResponse = shown({
  object: Joi.valid("webhook_event"),
  id: Joi.string().description("`evt_…`, among the endpoint's events."),
  type: Joi.string(),
  test: Joi.valid(true),
});

export const replayedResponse = shown({
  object: Joi.valid("webhook_replay"),
  id: Joi.string().description("Of the endpoint."),
  replayed: Joi.number().integer().description("At most 1,000 at once, the oldest first."),
  has_more: Joi.boolean().description("Ask again for what is left."),
});
