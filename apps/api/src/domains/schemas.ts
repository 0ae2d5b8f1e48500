import { DOMAIN_STATUSES, RECORD_STATUSES } from "@sendex/core/domains";
import Joi from "joi";
import { listOf } from "../http/openapi/responses";

/** Fields of the Resend SDK that this service has one way of, or none. */
const unused = {
  open_tracking: Joi.any(),
  click_tracking: Joi.any(),
  tracking_subdomain: Joi.any(),
  tls: Joi.any(),
  capabilities: Joi.any(),
};

const MAX_NAME = 512;

/** `POST /domains` */
export const domainSchema = Joi.object<{ name: string; custom_return_path: string; region: unknown }>({
  name: Joi.string().max(MAX_NAME).required(),
  custom_return_path: Joi.string().max(63),
  region: Joi.any(),
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

export const domainResponse = domain.keys({ records: Joi.array().items(record).required() });

export const domainListResponse = listOf(domain);

export const domainIdResponse = Joi.object({
  object: Joi.valid("domain").required(),
  id: Joi.string().required(),
  deleted: Joi.valid(true),
});
