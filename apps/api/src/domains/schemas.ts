import { MAX_LABEL_CHARACTERS } from "@sendex/core/accepting/address";
import { DOMAIN_STATUSES, MAX_DOMAIN_CHARACTERS, RECORD_STATUSES, RETURN_PATH } from "@sendex/core/domains";
import Joi from "joi";
import { limited } from "../http/openapi/limited";
import { listOf } from "../http/openapi/responses";

/** Of the Resend SDK; refusing it would break its users, and nobody gets other mail for it. Listed in docs/api.md. */
const ignored = Joi.any().description("Taken, and without effect yet.");

const unused = {
  open_tracking: ignored,
  click_tracking: ignored,
  tracking_subdomain: ignored,
  tls: ignored,
  capabilities: ignored,
};

/** In any case, as routes.ts reads it. */
const RETURN_PATH_IN_ANY_CASE = RETURN_PATH.source.replaceAll("a-z", "A-Za-z");

/** `POST /domains` */
export const domainSchema = Joi.object<{ name: string; custom_return_path: string; region: unknown }>({
  name: Joi.string().max(MAX_DOMAIN_CHARACTERS).required(),
  custom_return_path: limited(Joi.string().max(MAX_LABEL_CHARACTERS), { pattern: RETURN_PATH_IN_ANY_CASE }),
  region: ignored,
  ...unused,
}).required();

/** `PATCH /domains/:id` */
export const domainChangeSchema = Joi.object(unused).required();

const time = Joi.string().isoDate();

const record = Joi.object({
  record: Joi.valid("Ownership", "Verification", "DKIM", "SPF", "DMARC").required(),
  name: Joi.string().required(),
  type: Joi.valid("TXT", "CNAME", "MX").required(),
  value: Joi.string().required(),
  ttl: Joi.valid("Auto").required(),
  status: Joi.valid(...RECORD_STATUSES).required(),
  priority: Joi.number(),
});

/** A domain in a list. */
const domain = Joi.object({
  object: Joi.valid("domain").required(),
  id: Joi.string().required(),
  name: Joi.string().required(),
  status: Joi.valid(...DOMAIN_STATUSES).required(),
  created_at: time.required(),
  verified_at: time.allow(null).required(),
  checked_at: time.allow(null).required(),
  region: Joi.string().required(),
});

export const domainResponse = domain.keys({
  records: Joi.array().items(record).required(),
  zone_file: Joi.string()
    .required()
    .description("The records as lines of a zone file, to be pasted in one piece."),
});

export const domainListResponse = listOf(domain);

export const domainIdResponse = Joi.object({
  object: Joi.valid("domain").required(),
  id: Joi.string().required(),
  deleted: Joi.valid(true),
});
