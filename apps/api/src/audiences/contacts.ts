import { MAX_NAMED } from "@sendex/core/audiences/contact";
import { invalidFields, SendexError } from "@sendex/core/error";
import type { ContactRow } from "@sendex/data/audiences/contacts";
import { changeContact, putContact, removeContact as removeOne } from "@sendex/pipeline/audiences/contacts";
import { addPending } from "@sendex/pipeline/audiences/forms/sign-up";
import { readContact, readContacts, readContactTopics } from "@sendex/pipeline/audiences/read";
import { presentContact, presentContactTopic, presentWithProperties } from "@sendex/wire/audiences/present";
import { SEND_ERRORS } from "../accepting/headers";
import { type Columns, csvOfList, wantsCsv } from "../http/csv";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { askedContactSchema } from "./forms/schemas";
import { contactQuery, readContactQuery } from "./query";
import { changeOf, contactKey, doubleOptInOf, wishOf } from "./read";
import {
  contactChangeSchema,
  contactListResponse,
  contactRemovedResponse,
  contactResponse,
  contactTopicListResponse,
  contactTopicsSchema,
  namedTopicsSchema,
  written,
} from "./schemas";

const BASE = "/api/v1/contacts";
/** Topics come all at once: an account has few. */
const TOPIC_PAGE = pageQuery("top");

/** `/api/v1/contacts`: whom an account writes to, by id or address. */
export const contactRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: put,
        doc: {
          id: "contacts.create",
          summary:
            "Make a contact, or change the one of this address; with double_opt_in once its owner confirms",
          body: askedContactSchema,
          responses: { 200: written("contact"), 201: written("contact") },
          errors: SEND_ERRORS,
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "contacts.list",
          summary: "List contacts, newest first",
          query: contactQuery,
          responses: { 200: contactListResponse },
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
          id: "contacts.get",
          summary: "Read a contact by its id or address",
          responses: { 200: contactResponse },
        },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "contacts.update",
          summary: "Change a contact; what is absent stays",
          body: contactChangeSchema,
          responses: { 200: written("contact") },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "contacts.remove",
          summary: "Remove a contact; what it chose about mail is kept",
          responses: { 200: contactRemovedResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/topics`,
    endpoints: {
      GET: {
        need: "full",
        run: topics,
        doc: {
          id: "contacts.topics.list",
          summary: "List all topics, and whether the contact gets their mail",
          query: TOPIC_PAGE,
          responses: { 200: contactTopicListResponse },
        },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patchTopics,
        doc: {
          id: "contacts.topics.update",
          summary: "Choose for a contact which topics' mail it gets",
          body: contactTopicsSchema,
          responses: { 200: written("contact") },
        },
      },
    },
  },
];

async function put({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { double_opt_in: asked, ...fields } = readFields(askedContactSchema, parsed.body);
  const wish = wishOf(fields);
  if (asked !== undefined && asked !== false) {
    const { id, fresh } = await addPending(context, caller, wish, doubleOptInOf(asked));
    return { status: fresh ? 201 : 200, body: { object: "contact", id } };
  }
  const { contact, fresh } = await putContact(context, caller, wish);
  return { status: fresh ? 201 : 200, body: { object: "contact", id: contact.id } };
}

const COLUMNS: Columns<ContactRow> = {
  email: ({ address }) => address,
  first_name: ({ firstName }) => firstName,
  last_name: ({ lastName }) => lastName,
  unsubscribed: ({ unsubscribed }) => String(unsubscribed),
  state: ({ pendingUntil }) => (pendingUntil === null ? "confirmed" : "pending"),
  properties: ({ properties }) => JSON.stringify(properties),
  created_at: ({ createdAt }) => createdAt.toISOString(),
  id: ({ id }) => id,
};

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const { before, ...filter } = readContactQuery(query);
  if (wantsCsv(exchange))
    return csvOfList("contacts", COLUMNS, { after: filter.after, idOf: ({ id }) => id }, (page) =>
      readContacts(context, caller, { ...filter, ...page }),
    );
  const { data, hasMore } = await readContacts(context, caller, {
    ...filter,
    ...(before !== undefined && { before }),
  });
  const shown = data.map((row) => presentContact(row, caller.mode));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const { contact, properties, signUp } = await readContact(context, caller, contactKey(exchange));
  return { status: 200, body: presentWithProperties(contact, caller.mode, properties, signUp) };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const key = contactKey(exchange);
  const change = changeOf(readFields(contactChangeSchema, parsed.body));
  const { id } = await changeContact(context, caller, key, change);
  return { status: 200, body: { object: "contact", id } };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const { id } = await removeOne(context, caller, contactKey(exchange));
  return { status: 200, body: { object: "contact", id, contact: id, deleted: true } };
}

async function topics(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  readPage(query, "top");
  const found = await readContactTopics(context, caller, contactKey(exchange));
  const data = found.topics.map(({ topic, subscribed }) => presentContactTopic(topic, subscribed));
  return { status: 200, body: { object: "list", data, has_more: false } };
}

async function patchTopics(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const key = contactKey(exchange);
  const choose = async (body: unknown) =>
    changeContact(context, caller, key, changeOf(readFields(namedTopicsSchema, body)));
  const { id } = await (Array.isArray(parsed.body)
    ? asList(parsed.body, (topics) => choose({ topics }))
    : choose(parsed.body));
  return { status: 200, body: { object: "contact", id } };
}

/** A bare list has no name that its items' errors could begin with. */
async function asList<T>(body: unknown[], choose: (topics: unknown[]) => Promise<T>): Promise<T> {
  if (body.length > MAX_NAMED)
    throw new SendexError("bad_request", `The body must be an array of at most ${MAX_NAMED} topics.`);
  try {
    return await choose(body);
  } catch (error) {
    if (!(error instanceof SendexError) || error.fields.length === 0) throw error;
    const bare = (text: string) => text.replace(/^topics(?=\[)/, "");
    throw invalidFields(
      error.fields.map(({ field, code, message }) => ({ field: bare(field), code, message: bare(message) })),
    );
  }
}
