import { WEBHOOK_EVENTS } from "@sendex/core/event";
import { invalidFields, SendexError } from "@sendex/core/error";
import { createWebhook, deleteWebhook, getWebhook, listWebhooks } from "@sendex/pipeline/webhooks";
import type { WebhookRow } from "@sendex/data/webhooks";
import type { IRouter } from "express";
import type { Reply } from "./answer";
import { type Edge, type Exchange, mount } from "./endpoint";
import { readPage } from "./list-query";
import { webhookId } from "./path-id";
import { webhookSchema } from "./schemas-sendex";
import { checkShape, isObject, withoutNulls } from "./shape";

const BASE = "/api/v1/webhooks";

/** `/api/v1/webhooks`: endpoints that are told what happens to an account's messages. */
export function mountWebhooks(app: IRouter, edge: Edge): void {
  mount(app, edge, "sendex", BASE, {
    POST: { need: "full", body: "json", run: create },
    GET: { need: "full", run: list },
  });
  mount(app, edge, "sendex", `${BASE}/:id`, {
    GET: { need: "full", run: get },
    DELETE: { need: "full", run: remove },
  });
}

/** The only answer that shows the signing secret. */
async function create({ context, caller, parsed }: Exchange): Promise<Reply> {
  if (!isObject(parsed.body)) throw new SendexError("bad_request", "The body must be a JSON object.");
  const { value, errors } = checkShape(webhookSchema, withoutNulls(parsed.body));
  if (errors.length > 0) throw invalidFields(errors);
  const { endpoint = "", events = [] } = value;
  const webhook = await createWebhook(context, caller, { endpoint, events: [...new Set(events)] });
  return { status: 201, body: { ...present(webhook), signing_secret: webhook.signingSecret } };
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await listWebhooks(context, caller, readPage(query, "whk"));
  return { status: 200, body: { object: "list", data: data.map(present), has_more: hasMore } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  return { status: 200, body: present(await getWebhook(context, caller, webhookId(rest))) };
}

async function remove({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = webhookId(rest);
  await deleteWebhook(context, caller, id);
  return { status: 200, body: { object: "webhook", id, deleted: true } };
}

/** An endpoint without a choice of its own gets all events, those of later versions too. */
function present({ id, endpoint, events, status, createdAt }: WebhookRow) {
  const shown = events.length > 0 ? events : WEBHOOK_EVENTS;
  return { object: "webhook", id, endpoint, events: shown, status, created_at: createdAt.toISOString() };
}
