import {
  changeTopic,
  makeTopic,
  readTopic,
  readTopics,
  removeTopic,
} from "@sendex/pipeline/audiences/topics";
import { presentTopic } from "@sendex/wire/audiences/present";
import type { Exchange, Route } from "../http/endpoint";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { topicId } from "./read";
import {
  newTopicSchema,
  topicChangeSchema,
  topicListResponse,
  topicRemovedResponse,
  topicResponse,
} from "./schemas";

const BASE = "/api/v1/topics";

/** `/api/v1/topics`: what mail is about, as its readers may choose it. */
export const topicRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: make,
        doc: {
          id: "topics.create",
          summary: "Make a topic",
          body: newTopicSchema,
          responses: { 201: topicResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "topics.list",
          summary: "List all topics, the oldest first, as people choose among them",
          responses: { 200: topicListResponse },
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
        doc: { id: "topics.get", summary: "Read a topic", responses: { 200: topicResponse } },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "topics.update",
          summary: "Name or describe a topic anew",
          body: topicChangeSchema,
          responses: { 200: topicResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "topics.remove",
          summary: "Remove a topic; its mail on its way still goes only to those who get it",
          responses: { 200: topicRemovedResponse },
        },
      },
    },
  },
];

async function make({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { name = "", description = null, default_subscription } = readFields(newTopicSchema, parsed.body);
  const subscribed = default_subscription === "opt_in";
  const topic = await makeTopic(context, caller, { name, description, subscribed });
  return { status: 201, body: presentTopic(topic) };
}

async function list({ context, caller }: Exchange): Promise<Reply> {
  const data = (await readTopics(context, caller)).map(presentTopic);
  return { status: 200, body: { object: "list", data, has_more: false } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  return { status: 200, body: presentTopic(await readTopic(context, caller, topicId(exchange))) };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const id = topicId(exchange);
  const { id: _, ...change } = readFields(topicChangeSchema, parsed.body);
  return { status: 200, body: presentTopic(await changeTopic(context, caller, id, change)) };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const { id } = await removeTopic(context, caller, topicId(exchange));
  return { status: 200, body: { object: "topic", id, deleted: true } };
}
