import { MAX_METRICS_DAYS, METRICS_DAYS, type Moment } from "@sendex/core/analytics/question";
import { GROUPINGS, type Grouping, INTERVALS, type Interval } from "@sendex/wire/analytics/sendarix";
import Joi from "joi";
import { meaning } from "../http/list-query";
import { shown, time, words } from "../http/openapi/responses";
import { readMoment, timeZone } from "./schemas";

export interface AnalyticsQuery {
  from?: Moment;
  to?: Moment;
  interval?: Interval;
  group_by?: Grouping;
  timezone: string;
}

const moment = meaning(readMoment, "instant.base");

/** `GET /v1/analytics` */
export const analyticsQuery = Joi.object<AnalyticsQuery>({
  from: moment.description(
    `ISO 8601, a day or a time with a zone; ${METRICS_DAYS} days before \`to\` unless given. Times count in whole quarters of an hour.`,
  ),
  to: moment.description("Likewise, not included; now unless given, and never later."),
  interval: Joi.valid(...INTERVALS).description(
    `Tells periods apart. By the hour a span may have ${MAX_METRICS_DAYS.hourly} days, otherwise ${MAX_METRICS_DAYS.daily}.`,
  ),
  group_by: Joi.valid(...GROUPINGS).description("Tells messages apart, in each period."),
  timezone: timeZone,
});

const count = Joi.number().integer();
const rate = Joi.number().description("Percent, to a hundredth.");
const ms = count.allow(null).description("Milliseconds, to within 5 %.");

const counts = {
  received: count.description("Recipients of messages that were accepted."),
  accepted: count.description("By Amazon SES."),
  delivered: count,
  deferred: count,
  bounced: count,
  complained: count,
  suppressed: count,
  failed: count,
  opened: count.description("Recipients of whom a person opened it."),
  clicked: count.description("Recipients of whom a person followed a link."),
  unsubscribed: count,
  delivery_rate: rate,
  bounce_rate: rate,
  complaint_rate: rate,
  open_rate: rate,
  click_rate: rate,
  delivery_time: shown({ p50: ms, p95: ms, p99: ms }).description("From accepted, or due, to delivered."),
};

export const analyticsResponse = shown({
  object: Joi.valid("analytics"),
  from: time,
  to: time.description("Not included."),
  interval: Joi.valid(...INTERVALS).allow(null),
  group_by: Joi.valid(...GROUPINGS).allow(null),
  totals: shown(counts),
  data: Joi.array().items(
    shown({
      period: Joi.string().allow(null).description("In the zone; null without an interval."),
      group: words.allow(null).description("Of `group_by`; null where the message has none."),
      ...counts,
    }),
  ),
}).meta({ name: "Analytics" });
