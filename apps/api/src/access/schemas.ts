import type { Mode } from "@sendex/core/accepting/message";
import { PERMISSIONS, type Permission } from "@sendex/core/access";
import Joi from "joi";
import { listOf } from "../http/openapi/responses";

/** The Resend SDK's words, and ours for them. */
export const PERMISSION_WORDS: Record<string, Permission> = {
  full: "full",
  send_only: "send_only",
  full_access: "full",
  sending_access: "send_only",
};

const MAX_NAME = 100;
const MAX_DOMAIN = 253;
const MAX_SCOPE = 100;
const MAX_RATE = 1_000_000;

/** No line breaks, no NUL. */
const PLAIN = /^\P{Cc}*$/u;

const name = Joi.string().max(MAX_NAME).pattern(PLAIN);
const domain = Joi.string().max(MAX_DOMAIN).pattern(PLAIN);
const rate = Joi.number().integer().min(1).max(MAX_RATE);

export interface ApiKeyBody {
  name: string;
  permission: string;
  mode: Mode;
  domain_id: string;
  domains: string[];
  rate_limit: number;
}

/** `POST /api-keys` */
export const apiKeySchema = Joi.object<ApiKeyBody>({
  name: name.required(),
  permission: Joi.valid(...Object.keys(PERMISSION_WORDS)),
  mode: Joi.valid("live", "test"),
  domain_id: domain,
  domains: Joi.array().items(domain).max(MAX_SCOPE),
  rate_limit: rate,
}).required();

/** `PATCH /api-keys/:id`; a rate limit of null is the service's. */
export const apiKeyChangeSchema = Joi.object<{ name: string; rate_limit: number | null }>({
  name,
  rate_limit: rate.allow(null),
}).required();

const time = Joi.string().isoDate();

export const apiKeyResponse = Joi.object({
  object: Joi.valid("api_key").required(),
  id: Joi.string().required(),
  name: Joi.string().required(),
  permission: Joi.valid(...PERMISSIONS).required(),
  mode: Joi.valid("live", "test").required(),
  domains: Joi.array().items(Joi.string()).required(),
  rate_limit: Joi.number().allow(null).required(),
  hint: Joi.string().required(),
  created_at: time.required(),
  last_used_at: time.allow(null).required(),
});

export const newApiKeyResponse = apiKeyResponse.keys({ token: Joi.string().required() });

export const apiKeyListResponse = listOf(apiKeyResponse);

export const apiKeyGoneResponse = Joi.object({
  object: Joi.valid("api_key").required(),
  id: Joi.string().required(),
  deleted: Joi.valid(true).required(),
});
