import { PRIORITIES, type Priority, type Tag } from "@sendex/core/accepting/message";
import Joi from "joi";
import { fileBytes } from "../http/shape";

/** What both surfaces call by the same name. All schemas are built once, when their file is loaded. */
export interface SharedBody {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attachments: FileBody[];
  tags: Partial<Tag>[];
  metadata: Record<string, unknown>;
  priority: Priority;
  /** An id or alias, alone or with the values. */
  template: string | Partial<TemplateBody>;
  template_data: Record<string, unknown>;
}

interface TemplateBody {
  id: string;
  variables?: Record<string, unknown>;
}

export interface FileBody {
  filename?: string;
  content?: Uint8Array;
  path?: string;
  content_type?: string;
  content_id?: string;
}

/** Any text, the empty one too: core decides whether that is enough. */
export const text = Joi.string().allow("");

/** Text that one person writes to another: lines, without what PostgreSQL cannot hold. */
export function prose(most: number): Joi.StringSchema {
  // The one character that PostgreSQL's text cannot hold.
  return Joi.string()
    .max(most)
    .pattern(/^[^\0]*$/, { name: "text without NUL characters" });
}

const file = Joi.object<FileBody>({
  filename: text,
  content: fileBytes().when("path", { is: Joi.exist(), then: Joi.optional(), otherwise: Joi.required() }),
  path: Joi.string(),
  content_type: text,
  content_id: text,
}).oxor("content", "path");

const namedTemplate = Joi.object<TemplateBody>({ id: text.required(), variables: Joi.object() });

const newTag = Joi.object({ name: text.required(), value: text.required() });

export const sharedFields = {
  subject: text.example("Your order"),
  text: text.description(
    "The mail as plain text; this or `html` is required. Where it is absent, one is made of `html`; an empty one leaves it out.",
  ),
  html: text.description("The mail as HTML; this or `text` is required."),
  headers: Joi.object()
    .pattern(Joi.string(), text)
    .description("Headers of your own; not those that Sendex or SES write."),
  attachments: Joi.array().items(file.meta({ name: "NewAttachment" })),
  tags: Joi.array()
    .items(newTag.meta({ name: "NewTag" }))
    .description("Letters, digits, `_` and `-`."),
  metadata: Joi.object().description("Up to 16 KB; comes back in webhooks."),
  priority: Joi.valid(...PRIORITIES).description("`standard` unless given."),
  template: Joi.alternatives().conditional(Joi.object(), { then: namedTemplate, otherwise: text }),
  template_data: Joi.object(),
};
