import type { Caller } from "@sendex/core/access";
import { EVENT_ALIASES, type EventName } from "@sendex/core/webhooks/alias";
import { WEBHOOK_EVENTS, type WebhookEvent } from "@sendex/core/webhooks/event";
import { SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { recordTestEvent } from "@sendex/data/webhooks/record-test";
import { sampleData } from "@sendex/wire/webhooks/sample";
import type { Context } from "../context";
import { emit } from "./emit";
import { getWebhook } from "./endpoints";

/** Unless its endpoint is told of other events alone. */
const USUAL: WebhookEvent = "email.delivered";

/**
 * Tells one endpoint of an event that never happened, signed, tried and recorded as any other; its `data.test` is true.
 * @param name absent: one that the endpoint is told of
 * @throws SendexError not_found, or unprocessable_entity where the endpoint is disabled
 */
export async function sendTestEvent(
  context: Context,
  caller: Caller,
  webhookId: string,
  name: EventName | undefined,
): Promise<{ eventId: string; webhook: WebhookEvent }> {
  const { events, status } = await getWebhook(context, caller, webhookId);
  if (status === "disabled") throw disabled();
  const webhook = meantBy(name ?? (events.includes(USUAL) ? USUAL : events[0]));
  const now = context.clock();
  const { accountId, mode } = caller;
  const key = { accountId, eventId: newId("evt", now), webhookId };
  const sample = { accountId, messageId: newId("msg", now), mode, now };
  const event = { ...key, webhook, data: sampleData(webhook, sample) };
  if (!(await recordTestEvent(context.data, event, now))) throw disabled();
  void emit(context, [key]);
  return { eventId: key.eventId, webhook };
}

function meantBy(name: string | undefined): WebhookEvent {
  const meant = Object.entries(EVENT_ALIASES).find(([alias]) => alias === name)?.[1] ?? name;
  return WEBHOOK_EVENTS.find((event) => event === meant) ?? USUAL;
}

export function disabled(): SendexError {
  return new SendexError("unprocessable_entity", "This endpoint is disabled: enable it first.");
}
