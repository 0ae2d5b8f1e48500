import {
  changeBroadcast,
  duplicateBroadcast,
  makeBroadcast,
  readBroadcast,
  readBroadcasts,
  removeBroadcast,
} from "@sendex/pipeline/audiences/broadcasts";
import { readAudience, readResults } from "@sendex/pipeline/audiences/broadcast-results";
import { sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { readTest } from "@sendex/pipeline/audiences/run-subject-test";
import { presentBroadcast, presentResults } from "@sendex/wire/audiences/broadcast";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { broadcastId, broadcastWish, readTime } from "./broadcast-read";
import {
  broadcastChangeSchema,
  broadcastIdResponse,
  broadcastListResponse,
  broadcastRemovedResponse,
  broadcastResponse,
  duplicateSchema,
  newBroadcastSchema,
} from "./broadcast-schemas";

const BASE = "/api/v1/broadcasts";

/** `/api/v1/broadcasts`: one mail to a segment's contacts, as it is written. */
export const broadcastRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: make,
        doc: {
          id: "broadcasts.create",
          summary: "Make a broadcast: a draft, or one that is sent",
          body: newBroadcastSchema,
          responses: { 201: broadcastIdResponse },
          errors: ["unprocessable_entity", "account_suspended"],
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "broadcasts.list",
          summary: "List broadcasts, newest first",
          query: pageQuery("bc"),
          responses: { 200: broadcastListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: {
          id: "broadcasts.get",
          summary: "Read a broadcast and what became of it",
          responses: { 200: broadcastResponse },
        },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "broadcasts.update",
          summary: "Change a draft",
          body: broadcastChangeSchema,
          responses: { 200: broadcastIdResponse },
          errors: ["unprocessable_entity"],
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "broadcasts.remove",
          summary: "Remove a draft, or what is over; its mails stay",
          responses: { 200: broadcastRemovedResponse },
          errors: ["unprocessable_entity"],
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/duplicate`,
    endpoints: {
      POST: {
        need: "full",
        body: "optional",
        run: duplicate,
        doc: {
          id: "broadcasts.duplicate",
          summary: "Make a draft with the same words",
          body: duplicateSchema,
          responses: { 201: broadcastIdResponse },
        },
      },
    },
  },
];

async function make(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const { send = false, scheduled_at, ...body } = readFields(newBroadcastSchema, parsed.body);
  const at = readTime(scheduled_at, exchange);
  const { id } = await makeBroadcast(context, caller, broadcastWish(body));
  if (send) await sendOrForget(exchange, id, at);
  return { status: 201, body: { object: "broadcast", id } };
}

/** What a call asked to be sent and cannot be is no draft afterwards: a second try would make a second one. */
async function sendOrForget({ context, caller }: Exchange, id: string, at: Date | undefined): Promise<void> {
  try {
    await sendBroadcast(context, caller, id, at);
  } catch (error) {
    await removeBroadcast(context, caller, id);
    throw error;
  }
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await readBroadcasts(context, caller, readPage(query, "bc"));
  return { status: 200, body: { object: "list", data: data.map(presentBroadcast), has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const broadcast = await readBroadcast(context, caller, broadcastId(exchange));
  const [results, audience, test] = await Promise.all([
    readResults(context, broadcast),
    readAudience(context, broadcast),
    readTest(context, broadcast),
  ]);
  return { status: 200, body: presentResults(broadcast, { results, audience, test }) };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const wish = broadcastWish(readFields(broadcastChangeSchema, parsed.body));
  const { id } = await changeBroadcast(context, caller, broadcastId(exchange), wish);
  return { status: 200, body: { object: "broadcast", id } };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const id = broadcastId(exchange);
  await removeBroadcast(context, caller, id);
  return { status: 200, body: { object: "broadcast", id, deleted: true } };
}

async function duplicate(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const { not_reached: notReached = false } = readFields(duplicateSchema, parsed.body ?? {});
  const { id } = await duplicateBroadcast(context, caller, broadcastId(exchange), { notReached });
  return { status: 201, body: { object: "broadcast", id } };
}
