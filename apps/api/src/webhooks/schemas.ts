import { EVENT_ALIASES, type EventName, whyNotSent } from "@sendex/core/webhooks/alias";
import { WEBHOOK_EVENTS } from "@sendex/core/webhooks/event";
import Joi from "joi";
import { url } from "../accepting/schemas";
import { instant } from "../http/list-query";

const NAMES: readonly string[] = [...WEBHOOK_EVENTS, ...Object.keys(EVENT_ALIASES)];

const webhookEvent = Joi.string()
  .custom((value: string, helpers) => {
    if (NAMES.includes(value)) return value;
    const why = whyNotSent(value);
    return why === undefined
      ? helpers.error("any.only", { valids: NAMES })
      : helpers.error("event.unsent", { name: value, why });
  })
  .meta({ name: "WebhookEvent", schema: { type: "string", enum: NAMES } });

/** `POST /webhooks` */
export const webhookSchema = Joi.object<{ endpoint: string; events: EventName[] }>({
  endpoint: url.required().description("An https URL.").example("https://example.com/hooks"),
  events: Joi.array().items(webhookEvent).min(1).description("All of them, unless some are named."),
})
  .required()
  .meta({ name: "NewWebhook" });

/** `PATCH /webhooks/:id` */
export const webhookChangeSchema = Joi.object<{
  endpoint: string;
  events: EventName[];
  status: "enabled" | "disabled";
}>({
  endpoint: url,
  events: Joi.array().items(webhookEvent).min(1),
  status: Joi.valid("enabled", "disabled"),
}).required();

/** `POST /webhooks/:id/test` */
export const testEventSchema = Joi.object<{ event: EventName }>({
  event: webhookEvent,
}).required();

/** `POST /webhooks/:id/replay` */
export const replaySchema = Joi.object<{ since: Date }>({
  since: instant
    .required()
    .description("ISO 8601 with a zone, or a day in UTC: what failed of what happened from then on."),
}).required();

/** `POST /webhooks/:id/signing-secret/rotate` */
export const rotationSchema = Joi.object<{ expire_now: boolean }>({ expire_now: Joi.boolean() }).required();
