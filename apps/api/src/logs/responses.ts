import { MODES } from "@sendex/core/accepting/message";
import Joi from "joi";
import { listOf, shown, time } from "../http/openapi/responses";

const listed = {
  id: Joi.string().description("`log_…`"),
  created_at: time.description("When it was answered."),
  endpoint: Joi.string().description(
    "The path, with `:id` in the place of what may name a person; without its query.",
  ),
  method: Joi.string(),
  response_status: Joi.number().integer(),
  user_agent: Joi.string().allow(null),
  mode: Joi.valid(...MODES),
  route: Joi.string().description("The pattern of the path; `unknown` where there is none."),
  duration_ms: Joi.number().integer(),
  request_id: Joi.string().description("The response's `X-Request-Id`."),
  api_key_id: Joi.string().allow(null).description("Null: a person called, by the dashboard."),
  user_id: Joi.string().allow(null).description("Null: a key called."),
  message_ids: Joi.array().items(Joi.string()).description("Messages that the call made, read or changed."),
};

const KEPT = "As far as it is kept: no content, no secret, of addresses the domain. Null: none is.";

export const log = shown({
  object: Joi.valid("log"),
  ...listed,
  request_body: Joi.any().description(KEPT),
  response_body: Joi.any().description(KEPT),
}).meta({ name: "Log" });

export const logList = listOf(shown(listed).meta({ name: "ListedLog" })).meta({ name: "LogList" });
