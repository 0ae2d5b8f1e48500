import { invalidFields } from "@sendex/core/error";
import type { Dialect } from "@sendex/core/accepting/message";
import { previewTemplate } from "@sendex/pipeline/templates/preview";
import * as templates from "@sendex/pipeline/templates/edit";
import type { IRouter } from "express";
import type { Reply } from "../http/answer";
import * as answers from "./answers";
import { type Edge, type Endpoint, type Exchange, mount } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import { presentListed, presentPreview, presentTemplate, presentVersion } from "./present";
import { newTemplateSchema, type PreviewBody, previewSchema, templateChangeSchema } from "./schemas";
import { checkShape } from "../http/shape";
import { readTemplateBody } from "./body";

/** `/api/v1/templates` and `/v1/templates`: the same on both surfaces; `:id` is an id or an alias. */
export function mountTemplates(app: IRouter, edge: Edge): void {
  mountAt(app, edge, "sendex", "/api/v1/templates");
  mountAt(app, edge, "sendarix", "/v1/templates");
}

function mountAt(app: IRouter, edge: Edge, surface: Dialect, base: string): void {
  const name = (verb: string): string =>
    surface === "sendex" ? `templates.${verb}` : `v1.templates.${verb}`;
  const endpoint = (
    verb: string,
    summary: string,
    rest: Omit<Endpoint, "need" | "doc">,
    doc: DocRest,
  ): Endpoint => {
    return { need: "full", doc: { id: name(verb), summary, ...doc }, ...rest };
  };
  mount(app, edge, surface, base, {
    POST: endpoint(
      "create",
      "Make a template; its first version is a draft",
      { body: "json", run: create },
      { body: newTemplateSchema, answers: { 201: answers.templateAnswer } },
    ),
    GET: endpoint(
      "list",
      "List the templates",
      { run: (exchange) => list(exchange, surface) },
      { query: pageQuery("tpl"), answers: { 200: answers.templateList } },
    ),
  });
  mount(app, edge, surface, `${base}/:id`, {
    GET: endpoint(
      "get",
      "Read a template with its newest version",
      { run: get },
      { answers: { 200: answers.templateShown } },
    ),
    PATCH: endpoint(
      "update",
      "Change a template's draft, or begin one",
      { body: "json", run: change },
      { body: templateChangeSchema, answers: { 200: answers.templateAnswer } },
    ),
    DELETE: endpoint(
      "remove",
      "Delete a template with its versions",
      { run: remove },
      { answers: { 200: answers.templateDeleted } },
    ),
  });
  mountActs(app, edge, surface, base, endpoint);
}

type DocRest = Omit<Endpoint["doc"], "id" | "summary">;
type MakeEndpoint = (
  verb: string,
  summary: string,
  rest: Omit<Endpoint, "need" | "doc">,
  doc: DocRest,
) => Endpoint;

function mountActs(app: IRouter, edge: Edge, surface: Dialect, base: string, endpoint: MakeEndpoint): void {
  mount(app, edge, surface, `${base}/:id/publish`, {
    POST: endpoint(
      "publish",
      "Make the draft what is sent",
      { run: publish },
      { answers: { 200: answers.templateAnswer } },
    ),
  });
  mount(app, edge, surface, `${base}/:id/duplicate`, {
    POST: endpoint(
      "duplicate",
      "Copy a template",
      { run: duplicate },
      { answers: { 201: answers.templateAnswer } },
    ),
  });
  mount(app, edge, surface, `${base}/:id/preview`, {
    POST: endpoint(
      "preview",
      "Render a template with given values",
      { body: "json", run: preview },
      { body: previewSchema, answers: { 200: answers.templatePreview } },
    ),
  });
  mount(app, edge, surface, `${base}/:id/versions`, {
    GET: endpoint(
      "versions",
      "List a template's versions",
      { run: (exchange) => versions(exchange, surface) },
      { query: pageQuery("tpv"), answers: { 200: answers.versionList } },
    ),
  });
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
  if (errors.length > 0) throw invalidFields(errors);
  const { variables, template_data: data, version } = value;
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
