import { WEBHOOK_EVENTS } from "@sendex/core/webhooks/event";
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateWebhookSecret,
  updateWebhook,
} from "@sendex/pipeline/webhooks/endpoints";
import { replayFailedEvents } from "@sendex/pipeline/webhooks/events";
import { sendTestEvent } from "@sendex/pipeline/webhooks/send-test";
import type { WebhookRow } from "@sendex/data/webhooks/endpoints";
import Joi from "joi";
import type { Reply } from "../http/reply";
import {
  createdWebhook,
  deletedWebhook,
  replayedResponse,
  toldResponse,
  webhook,
  webhookList,
} from "./responses";
import type { Doc, Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import { webhookId } from "../http/path-id";
import { webhookEventRoutes } from "./events";
import { replaySchema, rotationSchema, testEventSchema, webhookChangeSchema, webhookSchema } from "./schemas";
import { readFields } from "../http/shape";

const BASE = "/api/v1/webhooks";

const secretResponse = Joi.object({
  object: Joi.valid("webhook").required(),
  id: Joi.string().required(),
  signing_secret: Joi.string().required(),
});

const CREATE: Doc = {
  id: "webhooks.create",
  summary: "Register an endpoint for mail of the key's mode",
  body: webhookSchema,
  responses: { 201: createdWebhook },
};
const LIST: Doc = {
  id: "webhooks.list",
  summary: "List endpoints of the key's mode, newest first",
  query: pageQuery("whk"),
  responses: { 200: webhookList },
};
const GET: Doc = { id: "webhooks.get", summary: "Read an endpoint", responses: { 200: webhook } };
const REMOVE: Doc = {
  id: "webhooks.remove",
  summary: "Delete an endpoint; what was on its way to it is dropped",
  responses: { 200: deletedWebhook },
};

const TEST: Doc = {
  id: "webhooks.test",
  summary: "Tell an endpoint of an event that never happened; unless named, one that it is told of",
  body: testEventSchema,
  responses: { 202: toldResponse },
  errors: ["unprocessable_entity"],
};
const REPLAY: Doc = {
  id: "webhooks.replay",
  summary: "Tell an endpoint once more all that it did not take since a time",
  body: replaySchema,
  responses: { 200: replayedResponse },
  errors: ["unprocessable_entity"],
};

/** `/api/v1/webhooks`: endpoints that receive an account's events, each of one mode. */
export const webhookRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: { need: "full", body: "json", doc: CREATE, run: create },
      GET: { need: "full", doc: LIST, run: list },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: { need: "full", doc: GET, run: get },
      PATCH: {
        need: "full",
        doc: {
          id: "webhooks.update",
          summary: "Change an endpoint's address, events or status",
          body: webhookChangeSchema,
          responses: { 200: webhook },
        },
        body: "json",
        run: patch,
      },
      DELETE: { need: "full", doc: REMOVE, run: remove },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/signing-secret/rotate`,
    endpoints: {
      POST: {
        need: "full",
        doc: {
          id: "webhooks.rotateSigningSecret",
          summary: "Replace an endpoint's signing secret",
          body: rotationSchema,
          responses: { 200: secretResponse },
          errors: ["unprocessable_entity"],
        },
        body: "optional",
        run: rotate,
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/test`,
    endpoints: { POST: { need: "full", doc: TEST, body: "optional", run: test } },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/replay`,
    endpoints: { POST: { need: "full", doc: REPLAY, body: "json", run: replay } },
  },
  ...webhookEventRoutes,
];

/** The only response that shows the signing secret. */
async function create({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { endpoint = "", events = [] } = readFields(webhookSchema, parsed.body);
  const created = await createWebhook(context, caller, { endpoint, events: [...new Set(events)] });
  return { status: 201, body: { ...present(created), signing_secret: created.signingSecret } };
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await listWebhooks(context, caller, readPage(query, "whk"));
  return { status: 200, body: { object: "list", data: data.map(present), has_more: hasMore } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  return { status: 200, body: present(await getWebhook(context, caller, webhookId(rest))) };
}

async function patch({ context, caller, parsed, ...rest }: Exchange): Promise<Reply> {
  const id = webhookId(rest);
  const { events, ...change } = readFields(webhookChangeSchema, parsed.body);
  const chosen = events ? { events: [...new Set(events)] } : {};
  return { status: 200, body: present(await updateWebhook(context, caller, id, { ...change, ...chosen })) };
}

/** Without a body, the former secret goes on beside the new one for a day. */
async function rotate({ context, caller, parsed, ...rest }: Exchange): Promise<Reply> {
  const id = webhookId(rest);
  const { expire_now: expireNow = false } = readFields(rotationSchema, parsed.body ?? {});
  const secret = await rotateWebhookSecret(context, caller, id, { expireNow });
  return { status: 200, body: { object: "webhook", id, signing_secret: secret } };
}

async function test({ context, caller, parsed, ...rest }: Exchange): Promise<Reply> {
  const id = webhookId(rest);
  const { event } = readFields(testEventSchema, parsed.body ?? {});
  const { eventId, webhook: type } = await sendTestEvent(context, caller, id, event);
  return { status: 202, body: { object: "webhook_event", id: eventId, type, test: true } };
}

async function replay({ context, caller, parsed, ...rest }: Exchange): Promise<Reply> {
  const id = webhookId(rest);
  const { since = new Date(0) } = readFields(replaySchema, parsed.body);
  const { replayed, more } = await replayFailedEvents(context, caller, id, since);
  return { status: 200, body: { object: "webhook_replay", id, replayed, has_more: more } };
}

async function remove({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = webhookId(rest);
  await deleteWebhook(context, caller, id);
  return { status: 200, body: { object: "webhook", id, deleted: true } };
}

/** An endpoint without a choice of its own gets all events, those of later versions too. */
function present({ id, mode, endpoint, events, status, createdAt, health }: WebhookRow) {
  const shown = events.length > 0 ? events : WEBHOOK_EVENTS;
  const { disabledReason, disabledAt, failingSince } = health;
  return {
    ...{ object: "webhook", id, mode, endpoint, events: shown, status },
    created_at: createdAt.toISOString(),
    disabled_reason: disabledReason,
    disabled_at: disabledAt?.toISOString() ?? null,
    failing_since: failingSince?.toISOString() ?? null,
  };
}
