import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { findSuppression, listSuppressions } from "@sendex/pipeline/suppressions/read";
import { unsubscribe } from "@sendex/pipeline/suppressions/unsubscribe";
import { unsuppress } from "@sendex/pipeline/suppressions/unsuppress";
import { presentRemoved, presentSuppression, SENDARIX_NAMES as NAMES } from "@sendex/wire/suppressions";
import type { Reply } from "../http/reply";
import { CURSOR, listOf } from "../http/openapi/responses";
import type { Endpoint, Exchange, Route } from "../http/endpoint";
import { entryResponse, removedResponse, unsubscribeSchema } from "./schemas";
import { readFields } from "../http/shape";
import { readUnsubscribeQuery, UNSUBSCRIBE_QUERY } from "./query";
import { wantsCsv } from "../http/csv";
import { csvOfSuppressions } from "./csv";
import { readKey, readSuppressible } from "./read";

const BASE = "/v1/unsubscribes";
const OBJECT = "unsubscribe";
const REASON = "unsubscribed";
const ENTRY = entryResponse(NAMES, OBJECT);

const ADD: Endpoint = {
  need: "full",
  body: "json",
  doc: {
    id: "v1.unsubscribes.add",
    summary: "Write down that somebody wants no more mail",
    body: unsubscribeSchema,
    responses: { 200: ENTRY, 201: ENTRY },
  },
  async run({ context, caller, parsed }): Promise<Reply> {
    const { recipient = "", reason, message_id: messageId } = readFields(unsubscribeSchema, parsed.body);
    const errors: FieldError[] = [];
    const address = readSuppressible(recipient, "recipient", errors);
    if (errors.length > 0) throw invalidFields(errors);
    const label = reason === undefined || reason === REASON ? null : reason;
    const wish = { address, label, ...(messageId !== undefined && { messageId }) };
    const { row, before } = await unsubscribe(context, caller, wish);
    return { status: before === null ? 201 : 200, body: presentSuppression(row, NAMES, OBJECT) };
  },
};

const LIST: Endpoint = {
  need: "full",
  doc: {
    id: "v1.unsubscribes.list",
    summary: "List who wants no more mail, newest first",
    query: UNSUBSCRIBE_QUERY,
    responses: { 200: listOf(ENTRY, CURSOR) },
  },
  async run(exchange): Promise<Reply> {
    const { context, caller, query } = exchange;
    const filter = readUnsubscribeQuery(query);
    if (wantsCsv(exchange)) return csvOfSuppressions(exchange, "unsubscribes", filter);
    const { data, hasMore } = await listSuppressions(context, caller, filter);
    const entries = data.map((row) => presentSuppression(row, NAMES, OBJECT));
    const next_cursor = hasMore ? (data.at(-1)?.id ?? null) : null;
    return { status: 200, body: { object: "list", data: entries, has_more: hasMore, next_cursor } };
  },
};

const GET: Endpoint = {
  need: "full",
  doc: {
    id: "v1.unsubscribes.get",
    summary: "Read an unsubscribe by its id or address",
    responses: { 200: ENTRY },
  },
  async run(exchange): Promise<Reply> {
    const row = await findSuppression(exchange.context, exchange.caller, keyOf(exchange));
    if (row?.reason !== REASON) throw noUnsubscribe();
    return { status: 200, body: presentSuppression(row, NAMES, OBJECT) };
  },
};

const REMOVE: Endpoint = {
  need: "full",
  doc: {
    id: "v1.unsubscribes.remove",
    summary: "Take an unsubscribe back: the person wants mail again",
    responses: { 200: removedResponse(NAMES, OBJECT) },
  },
  async run(exchange): Promise<Reply> {
    const { context, caller } = exchange;
    const key = keyOf(exchange);
    const keys = "id" in key ? { ids: [key.id], addresses: [] } : { ids: [], addresses: [key.address] };
    const [row] = await unsuppress(context, caller, { ...keys, confirmed: false, reason: REASON });
    if (!row) throw noUnsubscribe();
    return { status: 200, body: presentRemoved(row, NAMES, OBJECT) };
  },
};

/** `/v1/unsubscribes`: who wants no more mail. Each is an entry of the suppression list with that reason. */
export const unsubscribeRoutes: Route[] = [
  { surface: "sendarix", path: BASE, endpoints: { POST: ADD, GET: LIST } },
  { surface: "sendarix", path: `${BASE}/:id`, endpoints: { GET, DELETE: REMOVE } },
];

function keyOf(exchange: Exchange): { id: string } | { address: string } {
  const key = readKey(exchange);
  if (!key) throw noUnsubscribe();
  return key;
}

function noUnsubscribe(): SendexError {
  return new SendexError("not_found", "There is no such unsubscribe.");
}
