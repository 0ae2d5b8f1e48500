import { presentMessage } from "@sendex/core/present";
import { cancel } from "@sendex/pipeline/cancel";
import { getMessage, listMessages } from "@sendex/pipeline/read-messages";
import type { IRouter } from "express";
import type { Reply } from "./answer";
import { sendarix } from "./dialect-sendarix";
import { type Edge, type Exchange, mount } from "./endpoint";
import { readMessageQuery } from "./list-query";
import { messageId } from "./path-id";
import { sendOne } from "./send-message";

const BASE = "/v1/messages";

/** `/v1/messages`: the Sendarix surface over messages. */
export function mountMessages(app: IRouter, edge: Edge): void {
  mount(app, edge, "sendarix", BASE, {
    POST: { need: "send", body: "json", run: (exchange) => sendOne(exchange, "sendarix", sendarix) },
    GET: { need: "full", run: list },
  });
  mount(app, edge, "sendarix", `${BASE}/:id`, {
    GET: { need: "full", run: get },
    DELETE: { need: "full", run: cancelMessage },
  });
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await listMessages(context, caller, readMessageQuery(query, "sendarix"));
  const messages = data.map((message) => presentMessage(message, { withEvents: false }));
  const next = hasMore ? (messages.at(-1)?.message_id ?? null) : null;
  return { status: 200, body: { object: "list", data: messages, has_more: hasMore, next_cursor: next } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const message = await getMessage(context, caller, messageId(rest));
  return { status: 200, body: presentMessage(message, { withEvents: true }) };
}

async function cancelMessage({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = messageId(rest);
  await cancel(context, caller, id);
  return { status: 200, body: { message_id: id, status: "cancelled" } };
}
