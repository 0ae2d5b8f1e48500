import { WEBHOOK_EVENTS, type WebhookEvent } from "@sendex/core/webhooks/event";
import Joi from "joi";
import { text } from "../accepting/schemas";

const webhookEvent = Joi.valid(...WEBHOOK_EVENTS).meta({ name: "WebhookEvent" });

/** `POST /webhooks` */
export const webhookSchema = Joi.object<{ endpoint: string; events: WebhookEvent[] }>({
  endpoint: text.required().description("An https URL.").example("https://example.com/hooks"),
  events: Joi.array().items(webhookEvent).description("All of them, unless given."),
})
  .required()
  .meta({ name: "NewWebhook" });

/** `PATCH /webhooks/:id` */
export const webhookChangeSchema = Joi.object<{
  endpoint: string;
  events: WebhookEvent[];
  status: "enabled" | "disabled";
}>({
  endpoint: text,
  events: Joi.array().items(Joi.valid(...WEBHOOK_EVENTS)),
  status: Joi.valid("enabled", "disabled"),
}).required();

/** `POST /webhooks/:id/signing-secret/rotate` */
export const rotationSchema = Joi.object<{ expire_now: boolean }>({ expire_now: Joi.boolean() }).required();
