import {
  type NamedEvent,
  getWebhookEvent,
  listWebhookEvents,
  listWebhookTries,
  replayWebhookEvent,
} from "@sendex/pipeline/webhooks/events";

import type { Caller } from "@sendex/core/access";
import { type DeliveryTry, TOLD_STATES, type ToldEvent, type ToldState } from "@sendex/data/webhooks/events";
import { requestHeaders } from "@sendex/pipeline/webhooks/request";
import Joi from "joi";
import type { Reply } from "../http/reply";
import { listOf } from "../http/openapi/responses";
import type { Doc, Exchange, Route } from "../http/endpoint";
import { type Page, pageKeys, pageQuery, readPage, readQuery } from "../http/list-query";
import { eventId, webhookId } from "../http/path-id";
import { endpointMode } from "./responses";

/** A try's id: that of its event, and its ordinal. */
const TRY = /^evt_\w{26}_[1-9]\d{0,4}$/;

const time = Joi.string().isoDate();
const state = Joi.valid(...TOLD_STATES);
const eventFields = {
  id: Joi.string().required().description("Also the webhook-id of its requests."),
  type: Joi.string().required(),
  test: Joi.boolean().required().description("Made up, for trying the endpoint."),
  mode: endpointMode.required(),
  created_at: time.required(),
  status: state.required(),
  next_attempt_at: time.allow(null).required(),
};
const tryFields = {
  id: Joi.string().required(),
  mode: endpointMode.required(),
  http_status_code: Joi.number().integer().allow(null).required().description("Null: no answer came."),
  response: Joi.string().allow("", null).required().description("The first 4 KB of the answer."),
  error: Joi.string().allow(null).required().description("Why it was not taken, where no answer says so."),
  duration_ms: Joi.number().integer().required(),
  sent_at: time.required(),
  request: Joi.object({
    url: Joi.string().required(),
    headers: Joi.object().required().description("As they were sent."),
    body: Joi.string()
      .allow(null)
      .required()
      .description("Made from what is known now; null once that is erased."),
  })
    .allow(null)
    .required()
    .description("Null: it was sent before requests were kept."),
};
const eventResponse = Joi.object({
  object: Joi.valid("webhook_event").required(),
  ...eventFields,
  payload: Joi.object().allow(null).required().description("The body of its requests."),
});
const replayResponse = Joi.object({
  object: Joi.valid("webhook_event").required(),
  id: Joi.string().required(),
});

const BASE = "/api/v1/webhooks/:id/events";
const doc = (id: string, summary: string, answer: Joi.Schema, query?: Joi.ObjectSchema): Doc => ({
  id: `webhooks.events.${id}`,
  summary,
  ...(query && { query }),
  responses: { 200: answer },
});
const events = listOf(Joi.object(eventFields));
const eventQuery = Joi.object<Page & { status?: ToldState }>({ ...pageKeys("evt"), status: state }).oxor(
  "after",
  "before",
);

/** An endpoint's deliveries and their tries: for looking into failures, and for replaying. */
export const webhookEventRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      GET: {
        need: "full",
        doc: doc("list", "List what an endpoint was told", events, eventQuery),
        run: list,
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:part`,
    endpoints: {
      GET: { need: "full", doc: doc("get", "Get an event with its payload", eventResponse), run: get },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:part/replay`,
    endpoints: {
      POST: {
        need: "full",
        doc: {
          ...doc("replay", "Tell an endpoint once more", replayResponse),
          errors: ["unprocessable_entity"],
        },
        run: replay,
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:part/attempts`,
    endpoints: {
      GET: {
        need: "full",
        doc: doc(
          "attempts",
          "List the tries to tell an endpoint",
          listOf(Joi.object(tryFields)),
          pageQuery((text) => TRY.test(text)),
        ),
        run: tries,
      },
    },
  },
];

async function list({ context, caller, query, ...rest }: Exchange): Promise<Reply> {
  const { status, ...page } = readQuery(eventQuery, query);
  const asked = { ...page, ...(status && { state: status }) };
  const { data, hasMore } = await listWebhookEvents(context, caller, webhookId(rest), asked);
  const shown = data.map((event) => present(event, caller));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const event = await getWebhookEvent(context, caller, webhookId(rest), eventId(rest));
  const { payload } = event;
  return { status: 200, body: { object: "webhook_event", ...present(event, caller), payload } };
}

async function replay({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = eventId(rest);
  await replayWebhookEvent(context, caller, webhookId(rest), id);
  return { status: 200, body: { object: "webhook_event", id } };
}

async function tries({ context, caller, query, ...rest }: Exchange): Promise<Reply> {
  const id = eventId(rest);
  const ordinal = (text: string): number =>
    Number(new RegExp(`^${id}_([1-9]\\d{0,4})$`).exec(text)?.[1] ?? 0);
  const { limit, after, before } = readPage(query, (text) => ordinal(text) > 0);
  const { data, hasMore, body } = await listWebhookTries(context, caller, webhookId(rest), id, {
    limit,
    ...(after !== undefined && { after: ordinal(after) }),
    ...(before !== undefined && { before: ordinal(before) }),
  });
  const shown = data.map((one) => presentTry(id, one, body, caller));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

function present(
  { eventId: id, type, test, at, status, attempts, dueAt }: NamedEvent,
  { mode }: Pick<Caller, "mode">,
) {
  return {
    id,
    type,
    test,
    mode,
    created_at: at.toISOString(),
    status: wordFor(status, attempts),
    next_attempt_at: status === "pending" ? (dueAt?.toISOString() ?? null) : null,
  };
}

/** As the Resend SDK's users know them; what was not told since its endpoint was disabled has failed. */
function wordFor(status: ToldEvent["status"], attempts: number): ToldState {
  if (status === "succeeded") return "success";
  if (status !== "pending") return "failed";
  return attempts > 0 ? "attempting" : "pending";
}

function presentTry(
  id: string,
  { attempt, at, httpStatus, ms, response, error, request }: DeliveryTry,
  body: string | null,
  { mode }: Pick<Caller, "mode">,
) {
  return {
    id: `${id}_${attempt}`,
    mode,
    http_status_code: httpStatus,
    response,
    error,
    duration_ms: ms,
    sent_at: at.toISOString(),
    request: request && { url: request.url, headers: requestHeaders(id, request), body },
  };
}
