import type { SegmentRule } from "@sendex/core/audiences/rule";
import {
  addToSegment,
  changeSegment,
  countSegment,
  makeSegment,
  readSegment,
  readSegments,
  readSegmentsOf,
  removeSegment,
  takeFromSegment,
} from "@sendex/pipeline/audiences/segments";
import { readContacts } from "@sendex/pipeline/audiences/read";
import { presentContact, presentSegment } from "@sendex/wire/audiences/present";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { newSegmentSchema, rulePreviewResponse, ruleSchema, segmentChangeSchema } from "./rule-schemas";
import { contactKey, segmentId, segmentPart } from "./read";
import {
  contactListResponse,
  segmentListResponse,
  segmentRemovedResponse,
  segmentResponse,
  takenOutResponse,
  written,
} from "./schemas";

const BASE = "/api/v1/segments";

/** `/api/v1/segments`: lists of contacts; and a contact's places in them. */
export const segmentRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: make,
        doc: {
          id: "segments.create",
          summary: "Make a segment",
          body: newSegmentSchema,
          responses: { 201: segmentResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "segments.list",
          summary: "List segments, newest first",
          query: pageQuery("seg"),
          responses: { 200: segmentListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/preview`,
    endpoints: {
      POST: {
        need: "full",
        role: "viewer",
        body: "json",
        run: preview,
        doc: {
          id: "segments.preview",
          summary: "Count the contacts that a rule holds of",
          body: ruleSchema,
          responses: { 200: rulePreviewResponse },
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
        doc: { id: "segments.get", summary: "Read a segment", responses: { 200: segmentResponse } },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "segments.update",
          summary: "Name a segment anew, or give one that follows a rule another",
          body: segmentChangeSchema,
          responses: { 200: segmentResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "segments.remove",
          summary: "Remove a segment; its contacts stay",
          responses: { 200: segmentRemovedResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/contacts`,
    endpoints: {
      GET: {
        need: "full",
        run: contacts,
        doc: {
          id: "segments.contacts.list",
          summary: "List a segment's contacts, newest first",
          query: pageQuery("con"),
          responses: { 200: contactListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/contacts/:id/segments",
    endpoints: {
      GET: {
        need: "full",
        run: ofContact,
        doc: {
          id: "contacts.segments.list",
          summary: "List the segments that a contact is in",
          query: pageQuery("seg"),
          responses: { 200: segmentListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/contacts/:id/segments/:part",
    endpoints: {
      POST: {
        need: "full",
        run: add,
        doc: {
          id: "contacts.segments.add",
          summary: "Put a contact in a segment",
          responses: { 200: written("segment") },
          errors: ["unprocessable_entity"],
        },
      },
      DELETE: {
        need: "full",
        run: takeOut,
        doc: {
          id: "contacts.segments.remove",
          summary: "Take a contact out of a segment",
          responses: { 200: takenOutResponse },
        },
      },
    },
  },
];

async function make({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { name = "", rule } = readFields(newSegmentSchema, parsed.body);
  const segment = await makeSegment(context, caller, name, rule);
  return { status: 201, body: presentSegment(segment, caller.mode) };
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await readSegments(context, caller, readPage(query, "seg"));
  const shown = data.map((row) => presentSegment(row, caller.mode));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const segment = await readSegment(context, caller, segmentId(exchange));
  return { status: 200, body: presentSegment(segment, caller.mode) };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const id = segmentId(exchange);
  const change = readFields(segmentChangeSchema, parsed.body);
  return { status: 200, body: presentSegment(await changeSegment(context, caller, id, change), caller.mode) };
}

async function preview({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { rule } = readFields(ruleSchema, parsed.body);
  const count = await countSegment(context, caller, rule ?? NOBODY);
  return { status: 200, body: { object: "segment_preview", count } };
}

/** The schema asks for one. */
const NOBODY: SegmentRule = { match: "all", conditions: [] };

async function remove(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const id = segmentId(exchange);
  await removeSegment(context, caller, id);
  return { status: 200, body: { object: "segment", id, deleted: true } };
}

async function contacts(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const page = readPage(query, "con");
  const { id } = await readSegment(context, caller, segmentId(exchange));
  const { data, hasMore } = await readContacts(context, caller, { ...page, segmentId: id });
  const shown = data.map((row) => presentContact(row, caller.mode));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function ofContact(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const page = readPage(query, "seg");
  const { data, hasMore } = await readSegmentsOf(context, caller, contactKey(exchange), page);
  const shown = data.map((row) => presentSegment(row, caller.mode));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function add(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const id = segmentPart(exchange);
  await addToSegment(context, caller, contactKey(exchange), id);
  return { status: 200, body: { object: "segment", id } };
}

async function takeOut(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const id = segmentPart(exchange);
  await takeFromSegment(context, caller, contactKey(exchange), id);
  return { status: 200, body: { id, audienceId: id, deleted: true } };
}
