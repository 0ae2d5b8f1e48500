import {
  type Condition,
  MATCHES,
  MAX_CONDITIONS,
  MAX_GROUPS,
  OPERATORS,
  type RuleGroup,
  type SegmentRule,
} from "@sendex/core/audiences/rule";
import { MAX_NAME_CHARACTERS, MAX_PROPERTY_CHARACTERS } from "@sendex/core/audiences/contact";
import Joi from "joi";
import { prose } from "../accepting/schemas";
import { shown } from "../http/openapi/responses";

/** Segments, and the rules that they may follow. */

const field = Joi.string()
  .max(100)
  .description(
    "`email`, `first_name`, `last_name`, `unsubscribed`, `created_at`, `properties.KEY`, `topics.ID`, or `segments.ID` of a list; what mail came to: `sent`, `delivered`, `opened`, `clicked`, `bounced`, `complained`, of one broadcast `opened.ID` and so on.",
  );
const operator = Joi.valid(...OPERATORS);
const value = Joi.alternatives(
  Joi.string().max(MAX_PROPERTY_CHARACTERS),
  Joi.number(),
  Joi.boolean(),
).description(
  "A text without regard to case, a number, or true or false; of a topic `opt_in` or `opt_out`, of `created_at` and of what mail came to a number of days; absent with `is_set` and `is_not_set`.",
);
const match = Joi.valid(...MATCHES);
const GROUPS = "Each counts as one condition more.";
const RULE = "Who belongs to it, in place of a list.";

const condition = Joi.object<Condition>({
  field: field.required(),
  operator: operator.required(),
  value,
}).meta({
  name: "NewSegmentCondition",
});
const group = {
  match: match.required(),
  conditions: Joi.array().items(condition).max(MAX_CONDITIONS).required(),
};
const rule = Joi.object<SegmentRule>({
  ...group,
  groups: Joi.array()
    .items(Joi.object<RuleGroup>(group).meta({ name: "NewSegmentGroup" }))
    .max(MAX_GROUPS)
    .description(GROUPS),
})
  .meta({ name: "NewSegmentRule" })
  .description(RULE);

const shownGroup = {
  match,
  conditions: Joi.array().items(
    shown({ field, operator, value: value.optional() }).meta({ name: "SegmentCondition" }),
  ),
};
/** Of a list null. */
export const shownRule = shown({
  ...shownGroup,
  groups: Joi.array()
    .items(shown(shownGroup).meta({ name: "SegmentGroup" }))
    .optional()
    .description(GROUPS),
})
  .meta({ name: "SegmentRule" })
  .description(RULE)
  .allow(null);

interface SegmentBody {
  name: string;
  rule: SegmentRule;
}

const name = prose(MAX_NAME_CHARACTERS);
export const newSegmentSchema = Joi.object<SegmentBody>({ name: name.required(), rule }).required();
export const segmentChangeSchema = Joi.object<SegmentBody>({ name, rule }).required();
export const ruleSchema = Joi.object<Pick<SegmentBody, "rule">>({ rule: rule.required() }).required();
export const rulePreviewResponse = shown({
  object: Joi.valid("segment_preview"),
  count: Joi.number().integer(),
});
