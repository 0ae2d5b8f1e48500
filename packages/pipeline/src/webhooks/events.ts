import { SendexError } from "@sendex/core/error";
import { type EventName, nameFor } from "@sendex/core/webhooks/alias";
import type { Caller } from "@sendex/core/access";
import { bodyOf, type AccountEventBody, type WebhookBody } from "@sendex/wire/webhooks/body";
import * as rows from "@sendex/data/webhooks/events";
import { idFloor } from "@sendex/crypto/token";
import type { Context } from "../context";
import { getWebhook } from "./endpoints";
import { disabled } from "./send-test";

/** What an endpoint was told, and how it took it. All throw SendexError not_found, for another account's or mode's too. */

/** Under the name that its endpoint asked for. */
export type NamedEvent = Omit<rows.ToldEvent, "type"> & { type: EventName };

/** The events of one endpoint, newest first; `after` and `before` are ids of events. */
export async function listWebhookEvents(
  context: Context,
  caller: Caller,
  webhookId: string,
  page: rows.Window<string> & { state?: rows.ToldState },
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

/** The tries to tell it, newest first; `body` is that of their requests, made from what is known now. */
export async function listWebhookTries(
  context: Context,
  caller: Caller,
  webhookId: string,
  eventId: string,
  page: rows.Window<number>,
): Promise<{ data: rows.DeliveryTry[]; hasMore: boolean; body: string | null }> {
  const { payload } = await getWebhookEvent(context, caller, webhookId, eventId);
  const key = { accountId: caller.accountId, webhookId, eventId };
  const tries = await rows.listTries(context.data, key, page);
  return { ...tries, body: payload && JSON.stringify(payload) };
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
  if (status === "disabled") throw disabled();
  await rows.replayDelivery(context.data, key, context.clock());
}

/** Deliveries of one call: the scheduler admits them in turns. */
const MAX_REPLAYED = 1_000;

/**
 * Has all that it did not take since then told once more, the oldest first, up to MAX_REPLAYED; `more`: there are more.
 * @throws SendexError not_found, or unprocessable_entity where the endpoint is disabled
 */
export async function replayFailedEvents(
  context: Context,
  caller: Caller,
  webhookId: string,
  since: Date,
): Promise<{ replayed: number; more: boolean }> {
  const { status } = await getWebhook(context, caller, webhookId);
  if (status === "disabled") throw disabled();
  const key = { accountId: caller.accountId, webhookId, since: idFloor("evt", since) };
  const replayed = await rows.replayFailed(context.data, key, context.clock(), MAX_REPLAYED);
  return { replayed, more: replayed === MAX_REPLAYED };
}

function noEvent(): SendexError {
  return new SendexError("not_found", "There is no such event of this endpoint.");
}
