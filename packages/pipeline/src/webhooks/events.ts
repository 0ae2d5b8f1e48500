import { SendexError } from "@sendex/core/error";
import { type EventName, nameFor } from "@sendex/core/webhooks/alias";
import type { Caller } from "@sendex/core/access";
import { bodyOf, type AccountEventBody, type WebhookBody } from "@sendex/wire/webhooks/body";
import * as rows from "@sendex/data/webhooks/events";
import type { Context } from "../context";
import { getWebhook } from "./endpoints";

/** What an endpoint was told, and how it took it. All throw SendexError not_found, for another account's or mode's too. */

/** Under the name that its endpoint asked for. */
export type NamedEvent = Omit<rows.ToldEvent, "type"> & { type: EventName };

/** The events of one endpoint, newest first; `after` and `before` are ids of events. */
export async function listWebhookEvents(
  context: Context,
  caller: Caller,
  webhookId: string,
  page: rows.Window<string>,
): Promise<{ data: NamedEvent[]; hasMore: boolean }> {
  const { events: chosen } = await getWebhook(context, caller, webhookId);
  const { accountId, mode } = caller;
  const { data, hasMore } = await rows.listToldEvents(context.data, { accountId, webhookId, mode }, page);
  return { data: data.map((told) => ({ ...told, type: nameFor(told.type, chosen) })), hasMore };
}

/** One of them, with the body that its webhook has; null once what it is about is gone. */
export async function getWebhookEvent(
  context: Context,
  caller: Caller,
  webhookId: string,
  eventId: string,
): Promise<NamedEvent & { payload: WebhookBody | AccountEventBody | null }> {
  const { events: chosen } = await getWebhook(context, caller, webhookId);
  const { accountId, mode } = caller;
  const key = { accountId, webhookId, eventId, mode };
  const found = await rows.findToldEvent(context.data, key);
  if (!found) throw noEvent();
  const payload = found.told && bodyOf(found.told, { chosen, mode });
  return { ...found.delivery, type: nameFor(found.delivery.type, chosen), payload: payload ?? null };
}

/** The tries to tell it, newest first. */
export async function listWebhookTries(
  context: Context,
  caller: Caller,
  webhookId: string,
  eventId: string,
  page: rows.Window<number>,
): Promise<{ data: rows.DeliveryTry[]; hasMore: boolean }> {
  await getWebhookEvent(context, caller, webhookId, eventId);
  const key = { accountId: caller.accountId, webhookId, eventId };
  return rows.listTries(context.data, key, page);
}

/**
 * Has it told once more, under the same id.
 * @throws SendexError not_found, or unprocessable_entity where the endpoint is disabled
 */
export async function replayWebhookEvent(
  context: Context,
  caller: Caller,
  webhookId: string,
  eventId: string,
): Promise<void> {
  const { status } = await getWebhook(context, caller, webhookId);
  const { accountId, mode } = caller;
  const key = { accountId, webhookId, eventId, mode };
  const found = await rows.findToldEvent(context.data, key);
  if (!found) throw noEvent();
  if (status === "disabled")
    throw new SendexError("unprocessable_entity", "This endpoint is disabled: enable it first.");
  await rows.replayDelivery(context.data, key, context.clock());
}

function noEvent(): SendexError {
  return new SendexError("not_found", "There is no such event of this endpoint.");
}
