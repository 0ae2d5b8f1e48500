import { RESERVED_KEYS } from "@sendex/core/audiences/contact";
import { invalidFields } from "@sendex/core/error";
import {
  changeProperty,
  makeProperty,
  readProperties,
  readProperty,
  removeProperty,
} from "@sendex/pipeline/audiences/properties";
import { presentProperty } from "@sendex/wire/audiences/present";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { propertyId } from "./read";
import {
  newPropertySchema,
  propertyChangeSchema,
  propertyListResponse,
  propertyRemovedResponse,
  propertyResponse,
} from "./schemas";

const BASE = "/api/v1/contact-properties";

/** `/api/v1/contact-properties`: what may be known of contacts beside their names. */
export const propertyRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: make,
        doc: {
          id: "contactProperties.create",
          summary: "Make a contact property",
          body: newPropertySchema,
          responses: { 201: propertyResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "contactProperties.list",
          summary: "List contact properties, newest first",
          query: pageQuery("prop"),
          responses: { 200: propertyListResponse },
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
          id: "contactProperties.get",
          summary: "Read a contact property",
          responses: { 200: propertyResponse },
        },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "contactProperties.update",
          summary: "Change what stands in for a missing value",
          body: propertyChangeSchema,
          responses: { 200: propertyResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "contactProperties.remove",
          summary: "Remove a contact property",
          responses: { 200: propertyRemovedResponse },
        },
      },
    },
  },
];

async function make({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { key = "", type = "string", fallback_value } = readFields(newPropertySchema, parsed.body);
  if (RESERVED_KEYS.includes(key))
    throw invalidFields([{ field: "key", code: "forbidden", message: RESERVED }]);
  const property = await makeProperty(context, caller, { key, type, fallback: fallback_value });
  return { status: 201, body: presentProperty(property) };
}

const RESERVED = `key must not be one of ${RESERVED_KEYS.join(", ")}: every contact has those.`;

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await readProperties(context, caller, readPage(query, "prop"));
  return { status: 200, body: { object: "list", data: data.map(presentProperty), has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  return { status: 200, body: presentProperty(await readProperty(context, caller, propertyId(exchange))) };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const id = propertyId(exchange);
  const { fallback_value } = readFields(propertyChangeSchema, parsed.body);
  return { status: 200, body: presentProperty(await changeProperty(context, caller, id, fallback_value)) };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const id = propertyId(exchange);
  await removeProperty(context, caller, id);
  return { status: 200, body: { object: "contact_property", id, deleted: true } };
}
