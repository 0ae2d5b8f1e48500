import { presentMessage } from "@sendex/wire/messages/present";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { getMessage, listMessages, regionOf } from "@sendex/pipeline/messages/read";
import type { Reply } from "../http/reply";
import { acceptedMessage, cancelledMessage, message, messageList } from "../accepting/responses";
import { readMessage } from "./read-draft";
import type { Doc, Exchange, Route } from "../http/endpoint";
import { MESSAGE_QUERY, readMessageQuery } from "../http/list-query";
import { messageId } from "../http/path-id";
import { sendHeaders } from "../accepting/headers";
import { wantsCsv } from "../http/csv";
import { csvOfMessages } from "./csv";
import { messageSchema } from "./schemas";
import { sendOne } from "../accepting/send";

const BASE = "/v1/messages";

const SEND: Doc = {
  id: "messages.send",
  summary: "Send a message",
  body: messageSchema,
  headers: sendHeaders,
  responses: { 202: acceptedMessage },
};
const LIST: Doc = {
  id: "messages.list",
  summary: "List messages, newest first",
  query: MESSAGE_QUERY.sendarix,
  responses: { 200: messageList },
};
const GET: Doc = {
  id: "messages.get",
  summary: "Read a message with its timeline",
  responses: { 200: message },
};
const CANCEL: Doc = {
  id: "messages.cancel",
  summary: "Cancel a message that no worker has taken up",
  responses: { 200: cancelledMessage },
};

/** `/v1/messages`: the Sendarix surface over messages. */
export const messageRoutes: Route[] = [
  {
    surface: "sendarix",
    path: BASE,
    endpoints: {
      POST: {
        need: "send",
        body: "json",
        doc: SEND,
        run: (exchange) => sendOne(exchange, "sendarix", readMessage),
      },
      GET: { need: "full", doc: LIST, run: list },
    },
  },
  {
    surface: "sendarix",
    path: `${BASE}/:id`,
    endpoints: {
      GET: { need: "full", doc: GET, run: get },
      DELETE: { need: "full", doc: CANCEL, run: cancelMessage },
    },
  },
];

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  if (wantsCsv(exchange)) return csvOfMessages(exchange, "sendarix");
  const { data, hasMore } = await listMessages(context, caller, readMessageQuery(query, "sendarix"));
  const messages = data.map((stored) =>
    presentMessage(stored, { withEvents: false, region: regionOf(context, stored) }),
  );
  const next = hasMore ? (messages.at(-1)?.message_id ?? null) : null;
  return { status: 200, body: { object: "list", data: messages, has_more: hasMore, next_cursor: next } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const stored = await getMessage(context, caller, messageId(rest));
  return {
    status: 200,
    body: presentMessage(stored, { withEvents: true, region: regionOf(context, stored) }),
  };
}

async function cancelMessage({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = messageId(rest);
  await cancel(context, caller, id);
  return { status: 200, body: { message_id: id, status: "cancelled" } };
}
