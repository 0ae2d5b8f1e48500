import { invalidFields } from "@sendex/core/error";
import type { Dialect } from "@sendex/core/accepting/message";
import { previewTemplate } from "@sendex/pipeline/templates/preview";
import * as templates from "@sendex/pipeline/templates/edit";
import type { Reply } from "../http/reply";
import * as responses from "./responses";
import type { Doc, Endpoints, Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import { presentListed, presentPreview, presentTemplate, presentVersion } from "@sendex/wire/templates";
import { newTemplateSchema, type PreviewBody, previewSchema, templateChangeSchema } from "./schemas";
import { sketches, testMail, version } from "./drafts";
import { checkShape } from "../http/shape";
import { readTemplateBody } from "./body";

/** `/api/v1/templates` and `/v1/templates`: the same on both surfaces; `:id` is an id or an alias. */
export const templateRoutes: Route[] = [
  ...routesAt("sendex", "/api/v1/templates", "templates"),
  ...routesAt("sendarix", "/v1/templates", "v1.templates"),
];

function routesAt(surface: Dialect, base: string, prefix: string): Route[] {
  const doc: MakeDoc = (verb, summary, rest) => ({
    id: `${prefix}.${verb}`,
    summary,
    ...rest,
  });
  return [
    { surface, path: base, endpoints: all(surface, doc) },
    // Before what its path could name.
    { surface, path: `${base}/preview`, endpoints: sketches(doc) },
    { surface, path: `${base}/:id`, endpoints: one(doc) },
    { surface, path: `${base}/:id/test`, endpoints: testMail(surface, doc) },
    ...Object.entries(acts(surface, doc)).map(([act, endpoints]) => ({
      surface,
      path: `${base}/:id/${act}`,
      endpoints,
    })),
    { surface, path: `${base}/:id/versions/:part`, endpoints: version(doc) },
  ];
}

type MakeDoc = (verb: string, summary: string, rest: Omit<Doc, "id" | "summary">) => Doc;

function all(surface: Dialect, doc: MakeDoc): Endpoints {
  return {
    POST: {
      need: "full",
      body: "json",
      run: create,
      doc: doc("create", "Make a template; its first version is a draft", {
        body: newTemplateSchema,
        responses: { 201: responses.templateResponse },
      }),
    },
    GET: {
      need: "full",
      run: (exchange) => list(exchange, surface),
      doc: doc("list", "List the templates", {
        query: pageQuery("tpl"),
        responses: { 200: responses.templateList },
      }),
    },
  };
}

function one(doc: MakeDoc): Endpoints {
  return {
    GET: {
      need: "full",
      run: get,
      doc: doc("get", "Read a template with its newest version", {
        responses: { 200: responses.templateShown },
      }),
    },
    PATCH: {
      need: "full",
      body: "json",
      run: change,
      doc: doc("update", "Change a template's draft, or begin one", {
        body: templateChangeSchema,
        responses: { 200: responses.templateResponse },
      }),
    },
    DELETE: {
      need: "full",
      run: remove,
      doc: doc("remove", "Delete a template with its versions", {
        responses: { 200: responses.templateDeleted },
      }),
    },
  };
}

function acts(surface: Dialect, doc: MakeDoc): Record<string, Endpoints> {
  return {
    publish: {
      POST: {
        need: "full",
        run: publish,
        doc: doc("publish", "Make the draft what is sent", {
          responses: { 200: responses.templateResponse },
        }),
      },
    },
    duplicate: {
      POST: {
        need: "full",
        run: duplicate,
        doc: doc("duplicate", "Copy a template", { responses: { 201: responses.templateResponse } }),
      },
    },
    preview: {
      POST: {
        need: "full",
        role: "viewer",
        body: "json",
        run: preview,
        doc: doc("preview", "Render a template with given values", {
          body: previewSchema,
          responses: { 200: responses.templatePreview },
        }),
      },
    },
    versions: {
      GET: {
        need: "full",
        run: (exchange) => versions(exchange, surface),
        doc: doc("versions", "List a template's versions", {
          query: pageQuery("tpv"),
          responses: { 200: responses.versionList },
        }),
      },
    },
  };
}

async function create({ context, caller, parsed }: Exchange): Promise<Reply> {
  const raw = readTemplateBody(newTemplateSchema, parsed.body);
  return { status: 201, body: named(await templates.createTemplate(context, caller, raw)) };
}

async function list({ context, caller, query }: Exchange, surface: Dialect): Promise<Reply> {
  const { data, hasMore } = await templates.listTemplates(context, caller, readPage(query, "tpl"));
  return { status: 200, body: page(data.map(presentListed), hasMore, surface) };
}

async function get({ context, caller, id }: Exchange): Promise<Reply> {
  return { status: 200, body: presentTemplate(await templates.getTemplate(context, caller, id)) };
}

async function change({ context, caller, id, parsed }: Exchange): Promise<Reply> {
  const raw = readTemplateBody(templateChangeSchema, parsed.body);
  return { status: 200, body: named(await templates.changeTemplate(context, caller, id, raw)) };
}

async function publish({ context, caller, id }: Exchange): Promise<Reply> {
  return { status: 200, body: named(await templates.publishTemplate(context, caller, id)) };
}

async function duplicate({ context, caller, id }: Exchange): Promise<Reply> {
  return { status: 201, body: named(await templates.duplicateTemplate(context, caller, id)) };
}

async function remove({ context, caller, id }: Exchange): Promise<Reply> {
  const deleted = await templates.deleteTemplate(context, caller, id);
  return { status: 200, body: { ...named(deleted), deleted: true } };
}

async function preview({ context, caller, id, parsed }: Exchange): Promise<Reply> {
  const { value, errors } = checkShape<PreviewBody>(previewSchema, parsed.body);
  const { variables, template_data: data, version } = value;
  if (variables && data)
    errors.push({
      field: "template_data",
      code: "conflict",
      message: "template_data cannot be given beside variables, another word for it.",
    });
  if (errors.length > 0) throw invalidFields(errors);
  const dataField = data && !variables ? "template_data" : "variables";
  const use = { ref: id, data: variables ?? data ?? {}, refField: "id", dataField };
  return { status: 200, body: presentPreview(await previewTemplate(context, caller, use, version)) };
}

async function versions({ context, caller, id, query }: Exchange, surface: Dialect): Promise<Reply> {
  const found = await templates.listTemplateVersions(context, caller, id, readPage(query, "tpv"));
  const data = found.data.map((row) => presentVersion(row, found.current));
  return { status: 200, body: page(data, found.hasMore, surface) };
}

function named(id: string) {
  return { object: "template", id };
}

function page(data: { id: string }[], hasMore: boolean, surface: Dialect): object {
  const next = hasMore ? (data.at(-1)?.id ?? null) : null;
  return { object: "list", data, has_more: hasMore, ...(surface === "sendarix" && { next_cursor: next }) };
}
