import {
  HONEYPOT,
  MAX_FORM_FIELDS,
  MAX_FORM_NAME_CHARACTERS,
  MAX_ORIGINS,
  MAX_REDIRECT_CHARACTERS,
  ORIGIN,
} from "@sendex/core/audiences/forms/form";
import { MODES } from "@sendex/core/accepting/message";
import { MAX_NAMED, PROPERTY_KEY } from "@sendex/core/audiences/contact";
import Joi from "joi";
import { idOf, mailbox, prose } from "../../accepting/schemas";
import { deleted, listOf, shown, time, words } from "../../http/openapi/responses";
import { type Language, LANGUAGE_CODES } from "../public/languages";
import { type ContactBody, contactKeys, namedSegments } from "../schemas";

const redirectUrl = Joi.string()
  .uri({ scheme: ["https", "http"] })
  .max(MAX_REDIRECT_CHARACTERS)
  .description("Where whoever has confirmed is led; a page of ours without it.");
const template = Joi.string()
  .max(MAX_FORM_NAME_CHARACTERS)
  .description(
    "A published template, by id or alias, with the link as `{{ confirm_url }}`; a mail of ours in five languages without it.",
  );
const namedTopics = Joi.array()
  .items(Joi.object({ id: idOf("top").required() }))
  .max(MAX_NAMED);

export interface DoubleOptInBody {
  template: string;
  from: string;
  redirect_url: string;
  language: Language;
  topics: { id: string }[];
}

const doubleOptIn = Joi.object<DoubleOptInBody>({
  template,
  from: mailbox.description("The account's sender unless said otherwise."),
  redirect_url: redirectUrl,
  language: Joi.valid(...LANGUAGE_CODES).description("Of our mail; English unless said otherwise."),
  topics: namedTopics,
});

/** `POST /contacts` */
export const askedContactSchema = Joi.object<
  ContactBody & { double_opt_in: boolean | Partial<DoubleOptInBody> }
>({
  ...contactKeys,
  double_opt_in: Joi.alternatives(Joi.boolean(), doubleOptIn).description(
    "The contact is pending until the owner of the address follows the link in a mail.",
  ),
}).required();

export interface FormBody {
  name: string;
  from: string | null;
  template: string | null;
  segments: { id: string }[];
  topics: { id: string }[];
  fields: string[];
  redirect_url: string | null;
  allowed_origins: string[];
}

const name = prose(MAX_FORM_NAME_CHARACTERS);
const formFields = {
  from: mailbox.allow(null).description("Of its mail; null: the account's sender."),
  template: template.allow(null),
  segments: namedSegments.description("Lists that whoever confirms is put in."),
  topics: namedTopics.description("Whose mail whoever confirms gets."),
  fields: Joi.array()
    .items(Joi.string().pattern(PROPERTY_KEY, "a name of letters, digits and _"))
    .max(MAX_FORM_FIELDS)
    .description("What it takes beside `email`: `first_name`, `last_name`, and keys of contact properties."),
  redirect_url: redirectUrl.allow(null),
  allowed_origins: Joi.array()
    .items(Joi.string().pattern(ORIGIN, "scheme and host, as https://acme.example"))
    .max(MAX_ORIGINS)
    .description("Web sites that may post to it; none: any."),
};

export const newFormSchema = Joi.object<FormBody>({ name: name.required(), ...formFields }).required();
export const formChangeSchema = Joi.object<FormBody>({ name, ...formFields }).required();

const id = Joi.string();
export const formResponse = shown({
  object: Joi.valid("form"),
  id,
  mode: Joi.valid(...MODES),
  name: words,
  from: words.allow(null),
  template: Joi.string().allow(null),
  segments: Joi.array().items(shown({ id })),
  topics: Joi.array().items(shown({ id })),
  fields: Joi.array().items(Joi.string()),
  redirect_url: Joi.string().allow(null),
  allowed_origins: Joi.array().items(Joi.string()),
  page_url: Joi.string()
    .uri()
    .description(`Its page; a POST to it signs up. Its field \`${HONEYPOT}\` stays empty.`),
  created_at: time,
  updated_at: time,
}).meta({ name: "Form" });
export const formListResponse = listOf(formResponse);
export const formRemovedResponse = deleted("form");
