import { MODES } from "@sendex/core/accepting/message";
import { SUPPRESSION_ORIGINS, SUPPRESSION_REASONS } from "@sendex/core/suppressions";
import { MAX_SUPPRESSION_BATCH } from "@sendex/pipeline/suppressions/suppress";
import Joi from "joi";
import { MAX_IMPORT_ROWS } from "@sendex/pipeline/suppressions/import";
import { mailbox, text } from "../accepting/schemas";
import { limited } from "../http/openapi/limited";

/** The names that a surface gives to the same things. */
interface Names {
  one: "email" | "recipient";
  many: "emails" | "recipients";
}

export interface AddBody {
  email?: string;
  recipient?: string;
  reason?: string;
  expires_at?: string;
}

export interface BatchBody extends Omit<AddBody, "email" | "recipient"> {
  emails?: string[];
  recipients?: string[];
  ids?: string[];
  confirm?: string;
}

export interface UnsubscribeBody {
  recipient: string;
  reason: string;
  message_id: string;
}

/** A caller's own word: a reason of ours, one of those that other services have, or any other. */
const reasonWord = Joi.string()
  .pattern(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "a word of at most 64 letters, digits, _ and -")
  .description("bounce, manual, unsubscribed, complaint, or a word of your own");
const many = Joi.array().items(mailbox).min(1).max(MAX_SUPPRESSION_BATCH);
const ids = Joi.array().items(text).min(1).max(MAX_SUPPRESSION_BATCH);
const confirm = Joi.valid("complaint").description("Needed to remove a complaint");

export function addSchema({ one }: Names): Joi.ObjectSchema<AddBody> {
  return Joi.object<AddBody>({ [one]: mailbox.required(), reason: reasonWord, expires_at: text }).required();
}

export function batchAddSchema({ many: name }: Names): Joi.ObjectSchema<BatchBody> {
  return Joi.object<BatchBody>({ [name]: many.required(), reason: reasonWord, expires_at: text }).required();
}

export function batchRemoveSchema({ many: name }: Names): Joi.ObjectSchema<BatchBody> {
  return Joi.object<BatchBody>({ [name]: many, ids, confirm }).required();
}

/** A CSV of an import, in characters: the longest rows, and so many of them, are less. */
export const MAX_IMPORT_CHARACTERS = 4_000_000;
/** Entries of an import that is no CSV: what one body may hold of objects. */
export const MAX_IMPORT_ENTRIES = 2_000;
/** Bad rows that an answer names. */
export const MAX_BAD_ROWS = 1_000;

export interface ImportBody {
  csv: string;
  suppressions: { email?: string; reason?: string; expires_at?: string }[];
  reason: string;
}

/** `POST /suppressions/import`: what is wrong with a row is reported by the row. */
export const importSchema = Joi.object<ImportBody>({
  csv: limited(text, { maxLength: MAX_IMPORT_CHARACTERS }).description(
    `A head with \`email\`, \`reason\`, \`expires_at\`, or these three in this order; up to ${MAX_IMPORT_ROWS} rows.`,
  ),
  suppressions: limited(Joi.array().items(Joi.object({ email: text, reason: text, expires_at: text })), {
    maxItems: MAX_IMPORT_ENTRIES,
  }),
  reason: reasonWord.description("Of rows that name none; `manual` unless given."),
})
  .oxor("csv", "suppressions")
  .required();

const rowCount = Joi.number().integer().required();

export const importResponse = Joi.object({
  object: Joi.valid("suppression_import").required(),
  mode: Joi.valid(...MODES).required(),
  rows: rowCount,
  added: rowCount.description("Addresses that are new on the list."),
  known: rowCount.description("Addresses that stood there already; the stronger reason holds."),
  rejected: rowCount.description("Rows that were not imported."),
  bad_rows: Joi.array()
    .items(
      Joi.object({
        line: rowCount.description("From 1: of the CSV, its head included, or of the entries."),
        email: text.required(),
        code: Joi.string().required(),
        message: Joi.string().required(),
      }),
    )
    .required()
    .description(`Of the first ${MAX_BAD_ROWS} rejected rows.`),
}).meta({ name: "SuppressionImport" });

/** `POST /v1/unsubscribes` */
export const unsubscribeSchema = Joi.object<UnsubscribeBody>({
  recipient: mailbox.required(),
  reason: reasonWord,
  message_id: text,
}).required();

const time = Joi.string().isoDate();

/** An entry as a surface shows it. */
export function entryResponse({ one }: Names, object = "suppression"): Joi.ObjectSchema {
  return Joi.object({
    object: Joi.valid(object).required(),
    id: Joi.string().required(),
    mode: Joi.valid(...MODES)
      .required()
      .description("Of the mail that it stops."),
    [one]: Joi.string().required(),
    reason: one === "email" ? Joi.valid(...SUPPRESSION_REASONS).required() : Joi.string().required(),
    origin: Joi.valid(...SUPPRESSION_ORIGINS).required(),
    source: Joi.valid("report", "ses_list", "api").required(),
    message_id: Joi.string().allow(null).required(),
    created_at: time.required(),
    expires_at: time.allow(null).required(),
    critical_after: time.allow(null).required(),
  });
}

export function batchResponse(item: Joi.Schema): Joi.ObjectSchema {
  return Joi.object({ data: Joi.array().items(item).required() });
}

export function removedResponse({ one }: Names, object = "suppression"): Joi.ObjectSchema {
  return Joi.object({
    object: Joi.valid(object).required(),
    id: Joi.string().required(),
    [one]: Joi.string().required(),
    deleted: Joi.valid(true).required(),
  });
}
