import { VARIABLE_TYPES } from "@sendex/core/templates/variable";
import Joi from "joi";
import { CURSOR, listOf } from "../http/openapi/responses";
import { mailBlocks } from "./blocks-schema";

/** What the template endpoints respond with. */

const time = Joi.string().isoDate();
const id = Joi.string().pattern(/^tpl_/);
const orNull = Joi.string().allow(null, "");
/** What `html` was made of, where it was. */
export const blocksShown = Joi.alternatives(mailBlocks, Joi.valid(null)).required();
const status = Joi.valid("draft", "published");

const variableShown = Joi.object({
  key: Joi.string().required(),
  type: Joi.valid(...VARIABLE_TYPES).required(),
  fallback_value: Joi.any().required(),
});

export const templateResponse = Joi.object({ object: Joi.valid("template").required(), id: id.required() });

export const templateDeleted = templateResponse.keys({ deleted: Joi.valid(true).required() });

const listed = {
  id: id.required(),
  name: Joi.string().required(),
  alias: orNull.required(),
  status: status.required(),
  created_at: time.required(),
  updated_at: time.required(),
  published_at: time.allow(null).required(),
};

export const templateShown = Joi.object({
  object: Joi.valid("template").required(),
  ...listed,
  current_version_id: Joi.string().required(),
  version: Joi.number().integer().required(),
  published_version: Joi.number().integer().allow(null).required(),
  has_unpublished_versions: Joi.boolean().required(),
  from: orNull.required(),
  reply_to: Joi.array().items(Joi.string()).allow(null).required(),
  subject: orNull.required(),
  html: orNull.required(),
  text: orNull.required(),
  mjml: orNull.required(),
  blocks: blocksShown,
  variables: Joi.array().items(variableShown).required(),
});

/** On /v1 only. */
const cursor = { next_cursor: CURSOR.next_cursor.optional() };

export const templateList = listOf(Joi.object(listed), cursor);

const listedVersion = {
  object: Joi.valid("template_version").required(),
  id: Joi.string().pattern(/^tpv_/).required(),
  version: Joi.number().integer().required(),
  status: status.required(),
  current: Joi.boolean().required(),
  subject: orNull.required(),
  created_at: time.required(),
  published_at: time.allow(null).required(),
};

export const versionList = listOf(Joi.object(listedVersion), cursor);

export const versionShown = Joi.object({
  ...listedVersion,
  from: orNull.required(),
  reply_to: Joi.array().items(Joi.string()).allow(null).required(),
  html: orNull.required(),
  text: orNull.required(),
  mjml: orNull.required(),
  blocks: blocksShown,
  variables: Joi.array().items(variableShown).required(),
}).meta({ name: "TemplateVersion" });

const place = Joi.number().integer().allow(null).required();

export const draftPreview = Joi.object({
  object: Joi.valid("template_draft_preview").required(),
  subject: orNull
    .required()
    .description("Null, as `html` and `text`: there is none, or it cannot be rendered."),
  html: orNull.required(),
  text: orNull.required(),
  problems: Joi.array()
    .items(
      Joi.object({
        field: Joi.string()
          .required()
          .description("`subject`, `html`, `text`, `mjml`, `blocks`, or `values.name`."),
        kind: Joi.valid("syntax", "failed", "limit", "missing", "type").required(),
        message: Joi.string().required(),
        line: place.description("From 1; null: not known."),
        column: place,
      }),
    )
    .required(),
  variables: Joi.array()
    .items(
      Joi.object({
        key: Joi.string().required(),
        type: Joi.valid(...VARIABLE_TYPES)
          .allow(null)
          .required(),
        declared: Joi.boolean().required(),
        used: Joi.boolean().required().description("Stands in the template."),
        given: Joi.boolean().required(),
      }),
    )
    .required()
    .description("Those that are declared, used or given."),
}).meta({ name: "TemplateDraftPreview" });

export const templatePreview = Joi.object({
  object: Joi.valid("template_preview").required(),
  id: id.required(),
  version: Joi.number().integer().required(),
  from: orNull.required(),
  reply_to: Joi.array().items(Joi.string()).required(),
  subject: orNull.required(),
  html: orNull.required(),
  text: orNull.required(),
});
