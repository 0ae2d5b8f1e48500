import { MAX_SUBJECT_CHARACTERS } from "@sendex/core/accepting/message";
import { MAX_BLOCKS_CHARACTERS } from "@sendex/core/templates/blocks/blocks";
import {
  ALIAS,
  MAX_ALIAS_CHARACTERS,
  MAX_MJML_CHARACTERS,
  MAX_TEMPLATE_CHARACTERS,
  MAX_TEMPLATE_NAME_CHARACTERS,
  MAX_TEMPLATE_REPLY_TO,
  MAX_TEMPLATE_VERSIONS,
} from "@sendex/core/templates/template";
import {
  MAX_FALLBACK_CHARACTERS,
  MAX_VARIABLE_CHARACTERS,
  MAX_VARIABLES,
  VARIABLE_KEY,
  VARIABLE_TYPES,
  type VariableType,
} from "@sendex/core/templates/variable";
import Joi from "joi";
import { limited } from "../http/openapi/limited";
import { mailbox, templateValues, text } from "../accepting/schemas";

/** `POST /templates`, and `PATCH /templates/:id`, where null empties. */
export interface TemplateBody {
  name: string;
  alias: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
  mjml: string | null;
  blocks: Record<string, unknown> | null;
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

const optionalMailbox = mailbox.allow(null);
const body = limited(text.allow(null), { maxLength: MAX_TEMPLATE_CHARACTERS });
const addresses = Joi.alternatives().conditional(Joi.array(), {
  then: limited(Joi.array().items(mailbox), { maxItems: MAX_TEMPLATE_REPLY_TO }),
  otherwise: optionalMailbox,
});
const key = limited(text, {
  minLength: 1,
  maxLength: MAX_VARIABLE_CHARACTERS,
  pattern: VARIABLE_KEY.source,
});
const variable = Joi.object<VariableBody>({
  key,
  name: key,
  type: Joi.valid(...VARIABLE_TYPES),
  fallback_value: Joi.any(),
  default: Joi.any(),
});

/** What is in them is read in core, by names of fields that say where in them. */
export const blocks = limited(Joi.object().unknown().allow(null), {
  "x-maxJsonCharacters": MAX_BLOCKS_CHARACTERS,
}).description('What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks".');

const fields = {
  name: limited(text, { minLength: 1, maxLength: MAX_TEMPLATE_NAME_CHARACTERS }),
  alias: limited(text.allow(null), { maxLength: MAX_ALIAS_CHARACTERS, pattern: ALIAS.source }),
  subject: limited(text.allow(null), { maxLength: MAX_SUBJECT_CHARACTERS }),
  html: body,
  text: body,
  mjml: limited(text.allow(null), { maxLength: MAX_MJML_CHARACTERS }),
  blocks,
  from: optionalMailbox,
  reply_to: addresses,
  variables: limited(Joi.array().items(variable).allow(null), {
    maxItems: MAX_VARIABLES,
    "x-maxJsonCharacters": MAX_FALLBACK_CHARACTERS,
  }),
};

export const newTemplateSchema = Joi.object<TemplateBody>({
  ...fields,
  name: fields.name.required(),
}).required();
export const templateChangeSchema = Joi.object<TemplateBody>(fields).required();

const { subject, html, text: plain, mjml, variables } = fields;
const parts = { subject, html, text: plain, mjml, blocks, variables };
/** The parts of a template that is being written. */
export const sketchSchema = Joi.object<TemplateBody>(parts);
export const sketchValuesSchema = Joi.object<{ values: Record<string, unknown> }>({ values: templateValues });
/** `POST /templates/preview` */
export const draftPreviewSchema = Joi.object({ ...parts, values: templateValues }).required();

/** Addresses of a test mail. */
export const MAX_TEST_RECIPIENTS = 5;

export interface TestMailBody {
  to: string | string[];
  values: Record<string, unknown>;
  from: string;
}

/** `POST /templates/:id/test` */
export const testMailSchema = Joi.object<TestMailBody>({
  to: Joi.alternatives()
    .conditional(Joi.array(), {
      then: limited(Joi.array().items(mailbox), { maxItems: MAX_TEST_RECIPIENTS }),
      otherwise: mailbox,
    })
    .required(),
  values: templateValues.description("Of the template's variables."),
  from: mailbox.description("Unless given, the template's, or the account's own sender."),
}).required();

/** `POST /templates/:id/preview` */
export const previewSchema = Joi.object<PreviewBody>({
  variables: templateValues,
  template_data: templateValues,
  version: Joi.number().integer().min(1).max(MAX_TEMPLATE_VERSIONS),
}).required();

/** Names that `resend` might let through, and ours for them. */
export const TEMPLATE_ALIASES = { replyTo: "reply_to" };
export const VARIABLE_ALIASES = { fallbackValue: "fallback_value" };
