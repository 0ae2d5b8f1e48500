import { MODES } from "@sendex/core/accepting/message";
import { SUPPRESSION_ORIGINS, SUPPRESSION_REASONS } from "@sendex/core/suppressions";
import { MAX_SUPPRESSION_BATCH } from "@sendex/pipeline/suppressions/suppress";
import Joi from "joi";
import { mailbox, text } from "../accepting/schemas";

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
