import { changeContact, putContact, removeContact } from "@sendex/pipeline/audiences/contacts";
import { readContact, readContacts } from "@sendex/pipeline/audiences/read";
import {
  makeSegment,
  readSegment,
  readSegments,
  removeSegment,
  takeFromSegment,
} from "@sendex/pipeline/audiences/segments";
import { presentContact, presentSegment, presentWithProperties } from "@sendex/wire/audiences/present";
import type { Endpoint, Exchange, Route } from "../http/endpoint";
import { deleted, listOf } from "../http/openapi/responses";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { changeOf, contactPart, segmentId, wishOf } from "./read";
import {
  contactChangeSchema,
  contactListResponse,
  contactRemovedResponse,
  contactResponse,
  newContactSchema,
  segmentResponse,
  segmentSchema,
  written,
} from "./schemas";

const BASE = "/api/v1/audiences";
const audience = segmentResponse.keys({ object: "audience" }).meta({ name: "Audience" });

/** Segments as older Resend SDKs know them: `audiences.*`, and `contacts.*` with an `audienceId`. */
export const audienceRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        ...{ need: "full", body: "json", run: make },
        doc: {
          id: "audiences.create",
          summary: "Make a segment, as older SDKs do",
          body: segmentSchema,
          responses: { 201: audience },
        },
      },
      GET: {
        ...{ need: "full", run: list },
        doc: {
          id: "audiences.list",
          summary: "List segments, as older SDKs do",
          query: pageQuery("seg"),
          responses: { 200: listOf(audience) },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        ...{ need: "full", run: get },
        doc: {
          id: "audiences.get",
          summary: "Read a segment, as older SDKs do",
          responses: { 200: audience },
        },
      },
      DELETE: {
        ...{ need: "full", run: remove },
        doc: {
          id: "audiences.remove",
          summary: "Remove a segment, as older SDKs do",
          responses: { 200: deleted("audience") },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/contacts`,
    endpoints: {
      POST: {
        ...{ need: "full", body: "json", run: putIn },
        doc: {
          id: "audiences.contacts.create",
          summary: "Make a contact in a segment, as older SDKs do",
          body: newContactSchema,
          responses: { 200: written("contact"), 201: written("contact") },
        },
      },
      GET: {
        ...{ need: "full", run: contacts },
        doc: {
          id: "audiences.contacts.list",
          summary: "List a segment's contacts, as older SDKs do",
          query: pageQuery("con"),
          responses: { 200: contactListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/contacts/:part`,
    endpoints: { GET: getOne(), PATCH: patchOne(), DELETE: removeOne() },
  },
];

function getOne(): Endpoint {
  return {
    need: "full",
    doc: {
      id: "audiences.contacts.get",
      summary: "Read a contact, as older SDKs do",
      responses: { 200: contactResponse },
    },
    async run(exchange) {
      const { context, caller } = exchange;
      await readSegment(context, caller, segmentId(exchange));
      const { contact, properties, signUp } = await readContact(context, caller, contactPart(exchange));
      return { status: 200, body: presentWithProperties(contact, caller.mode, properties, signUp) };
    },
  };
}

function patchOne(): Endpoint {
  return {
    need: "full",
    body: "json",
    doc: {
      id: "audiences.contacts.update",
      summary: "Change a contact, as older SDKs do",
      body: contactChangeSchema,
      responses: { 200: written("contact") },
    },
    async run(exchange) {
      const { context, caller, parsed } = exchange;
      await readSegment(context, caller, segmentId(exchange));
      const change = changeOf(readFields(contactChangeSchema, parsed.body));
      const { id } = await changeContact(context, caller, contactPart(exchange), change);
      return { status: 200, body: { object: "contact", id } };
    },
  };
}

/** There, contacts lived in one audience each: to leave it was to be gone. */
function removeOne(): Endpoint {
  return {
    need: "full",
    doc: {
      id: "audiences.contacts.remove",
      summary: "Remove a contact that is in a segment, as older SDKs do",
      responses: { 200: contactRemovedResponse },
    },
    async run(exchange) {
      const { context, caller } = exchange;
      const key = contactPart(exchange);
      await takeFromSegment(context, caller, key, segmentId(exchange));
      const { id } = await removeContact(context, caller, key);
      return { status: 200, body: { object: "contact", id, contact: id, deleted: true } };
    },
  };
}

async function make({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { name = "" } = readFields(segmentSchema, parsed.body);
  const segment = await makeSegment(context, caller, name);
  return { status: 201, body: { ...presentSegment(segment, caller.mode), object: "audience" } };
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await readSegments(context, caller, readPage(query, "seg"));
  const shown = data.map((row) => ({ ...presentSegment(row, caller.mode), object: "audience" }));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const segment = await readSegment(context, caller, segmentId(exchange));
  return { status: 200, body: { ...presentSegment(segment, caller.mode), object: "audience" } };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const id = segmentId(exchange);
  await removeSegment(exchange.context, exchange.caller, id);
  return { status: 200, body: { object: "audience", id, deleted: true } };
}

async function putIn(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const { id } = await readSegment(context, caller, segmentId(exchange));
  const wish = wishOf(readFields(newContactSchema, parsed.body));
  const segments = [...(wish.segments ?? []), id];
  const { contact, fresh } = await putContact(context, caller, { ...wish, segments });
  return { status: fresh ? 201 : 200, body: { object: "contact", id: contact.id } };
}

async function contacts(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const page = readPage(query, "con");
  const { id } = await readSegment(context, caller, segmentId(exchange));
  const { data, hasMore } = await readContacts(context, caller, { ...page, segmentId: id });
  const shown = data.map((row) => presentContact(row, caller.mode));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}
