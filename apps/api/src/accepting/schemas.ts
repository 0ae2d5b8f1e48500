import {
  MAX_CONTENT_ID_CHARACTERS,
  MAX_CONTENT_TYPE_CHARACTERS,
  MAX_FILENAME_CHARACTERS,
} from "@sendex/core/accepting/attachment";
import { MAX_MAILBOX_CHARACTERS } from "@sendex/core/accepting/address";
import {
  HEADER_NAME,
  MAX_HEADER_CHARACTERS,
  MAX_HEADER_NAME_CHARACTERS,
} from "@sendex/core/accepting/header";
import {
  MAX_ATTACHMENTS,
  MAX_HEADERS,
  MAX_METADATA_BYTES,
  MAX_SUBJECT_CHARACTERS,
  MAX_TAG_CHARACTERS,
  MAX_TAGS,
  MAX_URL_CHARACTERS,
  PRIORITIES,
  type Priority,
  type Tag,
} from "@sendex/core/accepting/message";
import { TAG_PART } from "@sendex/core/accepting/tags-and-metadata";
import { MAX_DATA_CHARACTERS } from "@sendex/core/templates/variable";
import { MAX_SCHEDULE_CHARACTERS } from "@sendex/core/accepting/schedule";
import Joi from "joi";
import { limited } from "../http/openapi/limited";
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
  topic_id: string;
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

/** `a@b.example` or `Name <a@b.example>`, spaces around it included. */
export const mailbox = limited(text, { maxLength: MAX_MAILBOX_CHARACTERS });
export const url = text.max(MAX_URL_CHARACTERS);
/** The values of a template's variables. */
export const templateValues = limited(Joi.object(), { "x-maxJsonCharacters": MAX_DATA_CHARACTERS });

/** An id of ours; whether there is such a thing is another question. */
export function idOf(prefix: string): Joi.StringSchema {
  return Joi.string().pattern(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{27}$`), "an id");
}

/** Text that one person writes to another: lines, without what PostgreSQL cannot hold. */
export function prose(most: number): Joi.StringSchema {
  // The one character that PostgreSQL's text cannot hold.
  return Joi.string()
    .max(most)
    .pattern(/^[^\0]*$/, { name: "text without NUL characters" });
}

const file = Joi.object<FileBody>({
  filename: limited(text, { maxLength: MAX_FILENAME_CHARACTERS }),
  content: fileBytes().when("path", { is: Joi.exist(), then: Joi.optional(), otherwise: Joi.required() }),
  path: Joi.string().max(MAX_URL_CHARACTERS),
  content_type: limited(text, { maxLength: MAX_CONTENT_TYPE_CHARACTERS }),
  content_id: limited(text, { maxLength: MAX_CONTENT_ID_CHARACTERS }),
}).oxor("content", "path");

const namedTemplate = Joi.object<TemplateBody>({ id: text.required(), variables: templateValues });

const tagPart = limited(text.required(), {
  minLength: 1,
  maxLength: MAX_TAG_CHARACTERS,
  pattern: TAG_PART.source,
});
const newTag = Joi.object({ name: tagPart, value: tagPart });

export const sharedFields = {
  subject: limited(text, { maxLength: MAX_SUBJECT_CHARACTERS }).example("Your order"),
  text: text.description(
    "The mail as plain text; this or `html` is required. Where it is absent, one is made of `html`; an empty one leaves it out.",
  ),
  html: text.description("The mail as HTML; this or `text` is required."),
  headers: limited(Joi.object().pattern(Joi.string(), limited(text, { maxLength: MAX_HEADER_CHARACTERS })), {
    maxProperties: MAX_HEADERS,
    propertyNames: { maxLength: MAX_HEADER_NAME_CHARACTERS, pattern: HEADER_NAME.source },
  }).description("Headers of your own; not those that Sendex or SES write."),
  attachments: limited(Joi.array().items(file.meta({ name: "NewAttachment" })), {
    maxItems: MAX_ATTACHMENTS,
  }),
  tags: limited(Joi.array().items(newTag.meta({ name: "NewTag" })), { maxItems: MAX_TAGS }).description(
    "Letters, digits, `_` and `-`.",
  ),
  metadata: limited(Joi.object(), { "x-maxJsonBytes": MAX_METADATA_BYTES }).description(
    "Up to 16 KB as JSON; comes back in webhooks.",
  ),
  priority: Joi.valid(...PRIORITIES).description("`standard` unless given."),
  template: Joi.alternatives().conditional(Joi.object(), { then: namedTemplate, otherwise: text }),
  template_data: templateValues,
  topic_id: idOf("top").description(
    "The topic that it is about: it goes to those alone who get that topic's mail, with a link to leave it.",
  ),
};

/** When a message is to leave, as both surfaces describe it. */
export const when = limited(text, { maxLength: MAX_SCHEDULE_CHARACTERS }).description(
  "ISO 8601 with a zone, or English such as `in 5 minutes` and `tomorrow at 9am` in the account's `timezone`; up to 28 days ahead.",
);
