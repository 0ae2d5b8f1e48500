import {
  ALERT_DIMENSIONS,
  ALERT_KINDS,
  ALERT_STATUSES,
  type AlertKind,
  type AlertStatus,
} from "@sendex/core/alerts/kinds";
import { THRESHOLDS } from "@sendex/core/alerts/rule";
import Joi from "joi";
import { type Page, pageKeys } from "../http/list-query";
import { listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";

const kind = Joi.valid(...ALERT_KINDS);

/** `GET /alerts` */
export const alertQuery = Joi.object<Page & { status?: AlertStatus; kind?: AlertKind }>({
  ...pageKeys("alr"),
  status: Joi.valid(...ALERT_STATUSES).description(
    "`open`: nobody has acknowledged it. `acknowledged`: open, and somebody looks after it.",
  ),
  kind,
}).oxor("after", "before");

const count = Joi.number().integer();
const percent = Joi.number().description("Percent.");

const numbers = Joi.alternatives(
  shown({
    accepted: count.description("Recipients, in the worst hour so far."),
    usual: count.description("The most that is usual for such an hour."),
    limit: count,
    factor: Joi.number().description("How many times the usual the limit is."),
    young: Joi.boolean().description("There is less than a week to compare with."),
  }),
  shown({
    hours: count.description("Of the worst window so far, by when its mail was sent."),
    sent: count,
    affected: count.description("Of them, those that bounced for good, complained or were put off."),
    percent,
    usual_percent: percent.allow(null).description("Of four weeks; null: too little mail to say."),
    limit_percent: percent,
  }),
  shown({ failing_since: time }),
  shown({
    networks: Joi.array()
      .items(Joi.string())
      .description("The newest first: an IPv4 /24, an IPv6 /48, or `private`."),
  }),
).meta({ name: "AlertNumbers" });

export const alertResponse = shown({
  object: Joi.valid("alert"),
  mode: Joi.valid("live").description("Alerts are about live mail alone."),
  id: Joi.string().description("`alr_…`"),
  kind,
  status: Joi.valid(...ALERT_STATUSES),
  dimension: Joi.valid(...ALERT_DIMENSIONS).description("What its cause lies in."),
  value: words.description("Of the dimension: a name or an id; empty for the account."),
  name: words.allow(null).description("What you call it; null where it has no name."),
  title: Joi.string(),
  reason: Joi.string().description("In a sentence, with its numbers."),
  numbers,
  opened_at: time,
  last_seen_at: time.description("When its cause was last there."),
  closed_at: timeOrNull,
  reopened: count.description("How often it came back within a day of its closing."),
  acknowledged_at: timeOrNull,
  acknowledged_by: Joi.string().allow(null).description("`user:<address>` or `key:<id>`."),
}).meta({ name: "Alert" });

export const alertListResponse = listOf(alertResponse);

const rule = shown({
  object: Joi.valid("alert_rule"),
  kind,
  enabled: Joi.boolean(),
  threshold: Joi.number().allow(null).description("Null: this rule has no number."),
  unit: Joi.valid("times", "percent", "minutes").allow(null),
  default_threshold: Joi.number().allow(null),
  minimum: Joi.number().allow(null),
  maximum: Joi.number().allow(null),
}).meta({ name: "AlertRule" });

export const ruleListResponse = listOf(rule);

/** `PATCH /alerts/rules` */
export const rulesSchema = Joi.object<Partial<Record<AlertKind, { enabled?: boolean; threshold?: number }>>>(
  Object.fromEntries(ALERT_KINDS.map((name) => [name, ruleChange(name)])),
)
  .required()
  .example({ bounce_rate: { threshold: 3 }, volume: { enabled: false } });

function ruleChange(name: AlertKind): Joi.ObjectSchema {
  const bounds = THRESHOLDS[name];
  return Joi.object({
    enabled: Joi.boolean(),
    ...(bounds && {
      threshold: Joi.number().min(bounds.min).max(bounds.max).description(`In ${bounds.unit}.`),
    }),
  });
}

/** `PATCH /alerts/mail` */
export const alertMailSchema = Joi.object<{ wanted: boolean }>({ wanted: Joi.boolean().required() });

export const alertMailResponse = shown({
  object: Joi.valid("alert_mail"),
  wanted: Joi.boolean().description("Whether alerts of this account are mailed to you."),
  chosen: Joi.boolean().description("False: your role decides. Owners and admins get it."),
});
