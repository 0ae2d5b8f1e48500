import { MAX_TEMPLATE_VERSIONS } from "@sendex/core/templates/template";
import { VARIABLE_TYPES, type VariableType } from "@sendex/core/templates/variable";
import Joi from "joi";
import { text } from "../accepting/schemas";

/** `POST /templates`, and `PATCH /templates/:id`, where null empties. */
export interface TemplateBody {
  name: string;
  alias: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
  mjml: string | null;
  from: string | null;
  reply_to: string | string[] | null;
  variables: VariableBody[] | null;
}

export interface VariableBody {
  key?: string;
  name?: string;
  type?: VariableType;
  fallback_value?: unknown;
  default?: unknown;
}

export interface PreviewBody {
  variables: Record<string, unknown>;
  template_data: Record<string, unknown>;
  version: number;
}

const optional = text.allow(null);
const addresses = Joi.alternatives().conditional(Joi.array(), {
  then: Joi.array().items(text),
  otherwise: optional,
});
const variable = Joi.object<VariableBody>({
  key: text,
  name: text,
  type: Joi.valid(...VARIABLE_TYPES),
  fallback_value: Joi.any(),
  default: Joi.any(),
});

const fields = {
  name: text,
  alias: optional,
  subject: optional,
  html: optional,
  text: optional,
  mjml: optional,
  from: optional,
  reply_to: addresses,
  variables: Joi.array().items(variable).allow(null),
};

export const newTemplateSchema = Joi.object<TemplateBody>({ ...fields, name: text.required() }).required();
export const templateChangeSchema = Joi.object<TemplateBody>(fields).required();

/** `POST /templates/:id/preview` */
export const previewSchema = Joi.object<PreviewBody>({
  variables: Joi.object(),
  template_data: Joi.object(),
  version: Joi.number().integer().min(1).max(MAX_TEMPLATE_VERSIONS),
}).required();

/** Names that `resend` might let through, and ours for them. */
export const TEMPLATE_ALIASES = { replyTo: "reply_to" };
export const VARIABLE_ALIASES = { fallbackValue: "fallback_value" };
