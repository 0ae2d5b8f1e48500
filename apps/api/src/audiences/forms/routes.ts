import type { Form } from "@sendex/core/audiences/forms/form";
import {
  changeForm,
  type FormWish,
  makeForm,
  readForm,
  readForms,
  removeForm,
} from "@sendex/pipeline/audiences/forms/forms";
import { presentForm } from "@sendex/wire/audiences/form";
import type { Exchange, Route } from "../../http/endpoint";
import { pageQuery, readPage } from "../../http/list-query";
import type { Reply } from "../../http/reply";
import { readFields } from "../../http/shape";
import { formId } from "../read";
import {
  type FormBody,
  formChangeSchema,
  formListResponse,
  formRemovedResponse,
  formResponse,
  newFormSchema,
} from "./schemas";

const BASE = "/api/v1/forms";

/** `/api/v1/forms`: what people sign up by. */
export const formRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: make,
        doc: {
          id: "forms.create",
          summary: "Make a form that people sign up by",
          body: newFormSchema,
          responses: { 201: formResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "forms.list",
          summary: "List forms, newest first",
          query: pageQuery("form"),
          responses: { 200: formListResponse },
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
        doc: { id: "forms.get", summary: "Read a form", responses: { 200: formResponse } },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "forms.update",
          summary: "Change a form; what is absent stays",
          body: formChangeSchema,
          responses: { 200: formResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "forms.remove",
          summary: "Remove a form; who signed up by it can still confirm",
          responses: { 200: formRemovedResponse },
        },
      },
    },
  },
];

const EMPTY: Omit<FormWish, "name"> = {
  ...{ from: null, templateId: null, segments: [], topics: [], fields: [] },
  ...{ redirectUrl: null, allowedOrigins: [] },
};

async function make(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const { name = "", ...rest } = readFields(newFormSchema, parsed.body);
  const form = await makeForm(context, caller, { ...EMPTY, ...changeOf(rest), name });
  return { status: 201, body: shownTo(exchange, form) };
}

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const { data, hasMore } = await readForms(context, caller, readPage(query, "form"));
  const body = { object: "list", data: data.map((form) => shownTo(exchange, form)), has_more: hasMore };
  return { status: 200, body };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  return { status: 200, body: shownTo(exchange, await readForm(context, caller, formId(exchange))) };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const id = formId(exchange);
  const change = changeOf(readFields(formChangeSchema, parsed.body));
  return { status: 200, body: shownTo(exchange, await changeForm(context, caller, id, change)) };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const id = formId(exchange);
  await removeForm(context, caller, id);
  return { status: 200, body: { object: "form", id, deleted: true } };
}

function changeOf(body: Partial<FormBody>): Partial<FormWish> {
  const { template, segments, topics, redirect_url: redirectUrl, allowed_origins: origins, ...same } = body;
  const ids = (named: readonly { id: string }[]) => [...new Set(named.map(({ id }) => id))];
  return {
    ...same,
    ...(template !== undefined && { templateId: template }),
    ...(segments !== undefined && { segments: ids(segments) }),
    ...(topics !== undefined && { topics: ids(topics) }),
    ...(redirectUrl !== undefined && { redirectUrl }),
    ...(origins !== undefined && { allowedOrigins: origins }),
  };
}

function shownTo({ context, caller }: Exchange, form: Form) {
  return presentForm(form, caller.mode, `${context.settings.publicUrl}/f/${form.id}`);
}
