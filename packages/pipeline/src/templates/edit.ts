import { invalidFields, SendexError } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import {
  isAlias,
  MAX_TEMPLATE_NAME_CHARACTERS,
  MAX_TEMPLATE_VERSIONS,
  MAX_TEMPLATES,
  type RawTemplate,
  readTemplate,
} from "@sendex/core/templates/template";
import { isId, newId } from "@sendex/crypto/token";
import * as rows from "@sendex/data/templates/versions";
import { prepareTemplate } from "./prepare";
import { announce } from "../announce";
import type { Context } from "../context";

type Owner = Pick<Caller, "accountId">;

/** A template as its owner sees it: with its newest version, which may be a draft. */
export interface ShownTemplate {
  template: rows.TemplateRow;
  newest: rows.VersionRow;
  /** What is sent. */
  published: rows.VersionRow | undefined;
}

const NOTHING = {
  subject: null,
  html: null,
  text: null,
  mjml: null,
  blocks: null,
  from: null,
  replyTo: [],
  variables: [],
};

/**
 * A new template, whose first version is a draft. Answers with its id.
 * @throws SendexError bad_request with fields, or for one template too many
 */
export async function createTemplate(
  context: Context,
  { accountId }: Owner,
  raw: RawTemplate,
): Promise<string> {
  const {
    name = "",
    alias = null,
    ...content
  } = await read(context, accountId, { ...raw, name: raw.name ?? "" });
  const createdAt = context.clock();
  const id = newId("tpl", createdAt);
  if ((await rows.countTemplates(context.data, accountId)) >= MAX_TEMPLATES)
    throw new SendexError("bad_request", `An account has at most ${MAX_TEMPLATES} templates.`);
  const version = { ...NOTHING, ...content, id: newId("tpv", createdAt) };
  refuse(await rows.createTemplate(context.data, { accountId, id, name, alias, createdAt }, version));
  return id;
}

/** @throws SendexError not_found, for another account's template too */
export async function getTemplate(
  context: Context,
  { accountId }: Owner,
  ref: string,
): Promise<ShownTemplate> {
  const template = await find(context, accountId, ref);
  const { id, lastVersion, publishedVersion } = template;
  const [newest, published] = await Promise.all([
    rows.findVersion(context.data, accountId, id, lastVersion),
    publishedVersion === null ? undefined : rows.findVersion(context.data, accountId, id, publishedVersion),
  ]);
  // Deleted in between.
  if (!newest) throw noTemplate();
  return { template, newest, published };
}

export async function listTemplates(
  context: Context,
  { accountId }: Owner,
  page: { limit: number; after?: string; before?: string },
): ReturnType<typeof rows.listTemplates> {
  return rows.listTemplates(context.data, accountId, page);
}

/** Throws not_found; the rest as listTemplates. */
export async function listTemplateVersions(
  context: Context,
  { accountId }: Owner,
  ref: string,
  page: { limit: number; after?: string; before?: string },
): Promise<Awaited<ReturnType<typeof rows.listVersions>> & { current: number | null }> {
  const { id, publishedVersion } = await find(context, accountId, ref);
  const found = await rows.listVersions(context.data, accountId, id, page);
  return { ...found, current: publishedVersion };
}

/**
 * One version with what it holds; `version` is its number or its id.
 * @throws SendexError not_found
 */
export async function getTemplateVersion(
  context: Context,
  { accountId }: Owner,
  ref: string,
  version: number | string,
): Promise<{ version: rows.VersionRow; current: number | null }> {
  const { id, publishedVersion } = await find(context, accountId, ref);
  const found =
    typeof version === "number"
      ? await rows.findVersion(context.data, accountId, id, version)
      : await rows.findVersionById(context.data, accountId, id, version);
  if (!found) throw noVersion();
  return { version: found, current: publishedVersion };
}

/**
 * Changes a template's draft, or begins one: what is published stays until the draft is. Name and alias hold at once.
 * @throws SendexError not_found, bad_request with fields
 */
export async function changeTemplate(
  context: Context,
  { accountId }: Owner,
  ref: string,
  raw: RawTemplate,
): Promise<string> {
  const { id } = await find(context, accountId, ref);
  const change = await read(context, accountId, raw);
  const at = context.clock();
  const next = { versionId: newId("tpv", at), at, maxVersions: MAX_TEMPLATE_VERSIONS };
  refuse(await rows.changeTemplate(context.data, { accountId, id }, change, next));
  await announce(context, accountId);
  return id;
}

/** From here on the draft is what is sent. @throws SendexError not_found */
export async function publishTemplate(context: Context, { accountId }: Owner, ref: string): Promise<string> {
  const { id } = await find(context, accountId, ref);
  const at = context.clock();
  if (!(await rows.publishTemplate(context.data, accountId, id, at))) throw noTemplate();
  await announce(context, accountId);
  return id;
}

/** A draft of its own with the same content, without the alias. @throws SendexError not_found */
export async function duplicateTemplate(context: Context, owner: Owner, ref: string): Promise<string> {
  const { template, newest } = await getTemplate(context, owner, ref);
  const { subject, html, text, mjml, blocks, from, replyTo, variables } = newest;
  const name = `Copy of ${template.name}`.slice(0, MAX_TEMPLATE_NAME_CHARACTERS);
  const body = blocks ? { blocks } : mjml === null ? { html } : { mjml };
  return createTemplate(context, owner, { name, subject, ...body, text, from, replyTo, variables });
}

/** With all its versions; what was sent with it stays. @throws SendexError not_found */
export async function deleteTemplate(context: Context, { accountId }: Owner, ref: string): Promise<string> {
  const { id } = await find(context, accountId, ref);
  if (!(await rows.deleteTemplate(context.data, accountId, id))) throw noTemplate();
  await announce(context, accountId);
  return id;
}

/** What a text can name: no alias has the form of an id. Undefined where it can be neither. */
export function refOf(ref: string): { id: string } | { alias: string } | undefined {
  if (isId("tpl", ref)) return { id: ref };
  return isAlias(ref) ? { alias: ref } : undefined;
}

export function noVersion(): SendexError {
  return new SendexError("not_found", "There is no such version of this template.");
}

function noTemplate(): SendexError {
  return new SendexError("not_found", "There is no such template.");
}

async function find(context: Context, accountId: string, ref: string): Promise<rows.TemplateRow> {
  const named = refOf(ref);
  const template = named && (await rows.findTemplate(context.data, accountId, named));
  if (!template) throw noTemplate();
  return template;
}

async function read(context: Context, accountId: string, raw: RawTemplate) {
  const reading = readTemplate(raw);
  if ("errors" in reading) throw invalidFields(reading.errors);
  return prepareTemplate(context, accountId, reading.change);
}

function refuse(written: rows.Written): void {
  if (written === "unknown") throw noTemplate();
  if (written === "full")
    throw new SendexError(
      "bad_request",
      `A template has at most ${MAX_TEMPLATE_VERSIONS} versions. Duplicate it and go on with the copy.`,
    );
  if (written === "alias_taken")
    throw invalidFields([
      { field: "alias", code: "duplicate", message: "Another template of this account has this alias." },
    ]);
}
