import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import type { Dialect } from "@sendex/core/accepting/message";
import { isId } from "@sendex/crypto/token";
import { findSuppression, listSuppressions } from "@sendex/pipeline/suppressions/read";
import { suppress } from "@sendex/pipeline/suppressions/suppress";
import { unsuppress } from "@sendex/pipeline/suppressions/unsuppress";
import {
  presentRemoved,
  presentSuppression,
  SENDARIX_NAMES,
  SENDEX_NAMES,
  type SuppressionNames,
} from "@sendex/wire/suppressions";
import type { Reply } from "../http/reply";
import { CURSOR, listOf } from "../http/openapi/responses";
import type { Endpoint, Exchange, Route } from "../http/endpoint";
import {
  addSchema,
  batchAddSchema,
  batchResponse,
  batchRemoveSchema,
  entryResponse,
  removedResponse,
} from "./schemas";
import { readFields } from "../http/shape";
import { CONFIRM_QUERY, readConfirm, readSuppressionQuery, SUPPRESSION_QUERY } from "./query";
import { readKey, readSuppressible, readWishes } from "./read";
import { transferRoutes } from "./transfer";

interface Surface {
  dialect: Dialect;
  base: string;
  /** Before its operations' ids. */
  prefix: string;
  names: SuppressionNames;
}

const SURFACES: Surface[] = [
  { dialect: "sendex", base: "/api/v1/suppressions", prefix: "suppressions", names: SENDEX_NAMES },
  { dialect: "sendarix", base: "/v1/suppressions", prefix: "v1.suppressions", names: SENDARIX_NAMES },
];

/** Both surfaces' `/suppressions`: whom an account's mail does not go to. */
export const suppressionRoutes: Route[] = [...transferRoutes, ...SURFACES.flatMap(routesOn)];

function routesOn(given: Surface): Route[] {
  const { dialect: surface, base } = given;
  return [
    { surface, path: base, endpoints: { POST: addOne(given), GET: list(given) } },
    { surface, path: `${base}/batch/add`, endpoints: { POST: addMany(given) } },
    { surface, path: `${base}/batch/remove`, endpoints: { POST: removeMany(given) } },
    { surface, path: `${base}/:id`, endpoints: { GET: get(given), DELETE: remove(given) } },
  ];
}

function addOne({ prefix, names }: Surface): Endpoint {
  const schema = addSchema(names);
  const entry = entryResponse(names);
  return {
    need: "full",
    body: "json",
    doc: {
      id: `${prefix}.add`,
      summary: "Put an address on the suppression list",
      body: schema,
      responses: { 200: entry, 201: entry },
    },
    async run({ context, caller, parsed }): Promise<Reply> {
      const body = readFields(schema, parsed.body);
      const text = body[names.one] ?? "";
      const wishes = readWishes([{ text, field: names.one }], body, context.clock());
      const [added] = await suppress(context, caller, wishes);
      if (!added) throw noSuppression();
      return { status: added.before === null ? 201 : 200, body: presentSuppression(added.row, names) };
    },
  };
}

function addMany({ prefix, names }: Surface): Endpoint {
  const schema = batchAddSchema(names);
  return {
    need: "full",
    body: "json",
    doc: {
      id: `${prefix}.batch.add`,
      summary: "Put up to 100 addresses on the suppression list",
      body: schema,
      responses: { 200: batchResponse(entryResponse(names)) },
    },
    async run({ context, caller, parsed }): Promise<Reply> {
      const body = readFields(schema, parsed.body);
      const wishes = readWishes(named(body[names.many], names.many), body, context.clock());
      const added = await suppress(context, caller, wishes);
      return { status: 200, body: { data: added.map(({ row }) => presentSuppression(row, names)) } };
    },
  };
}

function removeMany({ prefix, names }: Surface): Endpoint {
  const schema = batchRemoveSchema(names);
  return {
    need: "full",
    body: "json",
    doc: {
      id: `${prefix}.batch.remove`,
      summary: "Take up to 100 addresses off the suppression list",
      body: schema,
      responses: { 200: batchResponse(removedResponse(names)) },
    },
    async run({ context, caller, parsed }): Promise<Reply> {
      const body = readFields(schema, parsed.body);
      const errors = oneOf(body, names);
      const addresses = named(body[names.many], names.many).map(({ text, field }) =>
        readSuppressible(text, field, errors),
      );
      if (errors.length > 0) throw invalidFields(errors);
      const { ids = [], confirm } = body;
      const confirmed = confirm === "complaint";
      const rows = await unsuppress(context, caller, { addresses, ids, confirmed });
      return { status: 200, body: { data: rows.map((row) => presentRemoved(row, names)) } };
    },
  };
}

function list({ dialect, prefix, names }: Surface): Endpoint {
  const cursor = dialect === "sendarix";
  return {
    need: "full",
    doc: {
      id: `${prefix}.list`,
      summary: "List the suppression list, newest first",
      query: SUPPRESSION_QUERY[names.one],
      responses: { 200: listOf(entryResponse(names), cursor ? CURSOR : {}) },
    },
    async run({ context, caller, query }): Promise<Reply> {
      const filter = readSuppressionQuery(query, names.one);
      const { data, hasMore } = await listSuppressions(context, caller, filter);
      const entries = data.map((row) => presentSuppression(row, names));
      const next = cursor && { next_cursor: hasMore ? (data.at(-1)?.id ?? null) : null };
      return { status: 200, body: { object: "list", data: entries, has_more: hasMore, ...next } };
    },
  };
}

function get({ prefix, names }: Surface): Endpoint {
  return {
    need: "full",
    doc: {
      id: `${prefix}.get`,
      summary: "Read an entry of the suppression list by its id or address",
      responses: { 200: entryResponse(names) },
    },
    async run(exchange): Promise<Reply> {
      const key = keyOf(exchange);
      const row = await findSuppression(exchange.context, exchange.caller, key);
      if (!row) throw noSuppression();
      return { status: 200, body: presentSuppression(row, names) };
    },
  };
}

function remove({ prefix, names }: Surface): Endpoint {
  return {
    need: "full",
    doc: {
      id: `${prefix}.remove`,
      summary: "Take an address off the suppression list; a complaint needs confirm=complaint",
      query: CONFIRM_QUERY,
      responses: { 200: removedResponse(names) },
    },
    async run(exchange): Promise<Reply> {
      const { context, caller, query } = exchange;
      const key = keyOf(exchange);
      const confirmed = readConfirm(query);
      const keys = "id" in key ? { ids: [key.id], addresses: [] } : { ids: [], addresses: [key.address] };
      const [row] = await unsuppress(context, caller, { ...keys, confirmed });
      if (!row) throw noSuppression();
      return { status: 200, body: presentRemoved(row, names) };
    },
  };
}

function keyOf(exchange: Exchange): { id: string } | { address: string } {
  const key = readKey(exchange);
  if (!key) throw noSuppression();
  return key;
}

function named(texts: string[] = [], name: string): { text: string; field: string }[] {
  return texts.map((text, i) => ({ text, field: `${name}[${i}]` }));
}

/** Addresses or ids, and not both. */
function oneOf(
  body: { ids?: string[]; emails?: string[]; recipients?: string[] },
  { many }: SuppressionNames,
): FieldError[] {
  const { ids, [many]: addresses } = body;
  if (ids && addresses) {
    return [{ field: "ids", code: "conflict", message: `ids and ${many} cannot be used together.` }];
  }
  if (!ids && !addresses) return [{ field: many, code: "required", message: `${many} or ids is required.` }];
  const wrong = (ids ?? []).flatMap((id, i) => (isId("sup", id) ? [] : [`ids[${i}]`]));
  return wrong.map((field) => ({
    field,
    code: "format",
    message: `${field} must be the id of a suppression.`,
  }));
}

function noSuppression(): SendexError {
  return new SendexError("not_found", "There is no such suppression.");
}
