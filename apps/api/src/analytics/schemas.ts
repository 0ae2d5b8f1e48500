import { PRIORITIES } from "@sendex/core/accepting/message";
import { isTimeZone } from "@sendex/core/accepting/time-zone";
import { GRANULARITIES, type Granularity } from "@sendex/core/analytics/periods";
import { MAX_METRICS_DAYS, METRICS_DAYS, type Moment } from "@sendex/core/analytics/question";
import { parseInstant } from "@sendex/core/accepting/instant";
import {
  METRIC_DIMENSIONS,
  METRICS,
  type Metric,
  type MetricDimension,
  MORE_METRICS,
} from "@sendex/wire/analytics/metrics";
import Joi from "joi";
import { meaning } from "../http/list-query";
import { shown, time, words } from "../http/openapi/responses";

/** Ids, tags or other values of one filter. */
const MAX_VALUES = 100;
const MAX_LIST = 8_192;

export interface MetricsQuery {
  start_date?: Moment;
  end_date?: Moment;
  timezone: string;
  granularity: Granularity;
  metrics?: Metric[];
  dimensions?: MetricDimension[];
  domain_id?: string[];
  email_id?: string[];
  broadcast_id?: string[];
  tag?: string[];
  template_id?: string[];
  api_key_id?: string[];
  priority?: string[];
  provider?: string[];
}

const moment = meaning(readMoment, "instant.base");
const values = listQuery((text) => text || undefined);

export const timeZone = meaning((text) => (isTimeZone(text) ? text : undefined), "zone.base")
  .default("UTC")
  .description("IANA, such as `Asia/Kolkata`: whose days are meant, UTC unless given.");

/** `GET /emails/metrics` */
export const metricsQuery = Joi.object<MetricsQuery>({
  start_date: moment.description(
    `ISO 8601, a day or a time with a zone; ${METRICS_DAYS} days before \`end_date\` unless given. Times count in whole quarters of an hour.`,
  ),
  end_date: moment.description("Likewise, not included; now unless given, and never later."),
  timezone: timeZone,
  granularity: Joi.valid(...GRANULARITIES)
    .default("daily")
    .description(
      `Of \`period\`. By the hour a span may have ${MAX_METRICS_DAYS.hourly} days, otherwise ${MAX_METRICS_DAYS.daily}.`,
    ),
  metrics: wordsOf(METRICS).description(
    `Separated by commas. Those of the Resend SDK unless given; ours beside them: ${MORE_METRICS.join(", ")}.`,
  ),
  dimensions: wordsOf(METRIC_DIMENSIONS).description(
    "Separated by commas: `period` and `domain`, and one of the others. `email` goes with `period` alone.",
  ),
  domain_id: values.description("Ids of sending domains, separated by commas."),
  email_id: values.description(
    "Ids of emails, separated by commas: counts them alone, from their timelines.",
  ),
  broadcast_id: values.description("With no dimension but `broadcast`, `period` and `domain`."),
  tag: values.description(
    "`name:value`, separated by commas; with no dimension but `tag`, `period` and `domain`.",
  ),
  template_id: values.description("Likewise with `template`."),
  api_key_id: values.description("Likewise with `key`."),
  priority: wordsOf(PRIORITIES).description("Likewise with `priority`."),
  provider: values.description("Likewise with `provider`: `google`, `microsoft`, `unknown`, …"),
});

const count = Joi.number().integer().optional();
const rate = Joi.number().optional().description("Percent, to a hundredth.");
const ms = count.allow(null).description("Milliseconds from accepted, or due, to delivered, to within 5 %.");
const id = Joi.string();

const metrics = {
  received: count,
  delivered: count,
  complained: count,
  suppressed: count,
  bounced: count,
  bounced_transient: count,
  bounced_permanent: count,
  bounced_undetermined: count,
  opened: count.description("By people, as often as it happened."),
  clicked: count.description("Likewise."),
  unsubscribed: count,
  delivery_delayed: count,
  failed: count,
  sent: count,
  unique_opened: count.description("Recipients who opened it."),
  unique_clicked: count.description("Recipients who followed a link."),
  delivery_rate: rate,
  open_rate: rate,
  click_rate: rate,
  bounce_rate: rate,
  complaint_rate: rate,
  unsubscribe_rate: rate,
  accepted: count,
  machine_opened: count.description("By scanners and by proxies that fetch in advance."),
  machine_clicked: count.description("Likewise."),
  delay_p50: ms,
  delay_p95: ms,
  delay_p99: ms,
};

export const metricsResponse = shown({
  object: Joi.valid("metrics"),
  start_date: time,
  end_date: time.description("Not included."),
  metrics: Joi.array().items(Joi.valid(...METRICS)),
  dimensions: Joi.array().items(Joi.valid(...METRIC_DIMENSIONS)),
  granularity: Joi.valid(...GRANULARITIES),
  totals: shown(metrics),
  data: Joi.array()
    .items(
      shown({
        period: Joi.string()
          .optional()
          .description("A day, a week's Monday, a month's first, or the beginning of an hour, in the zone."),
        domain_id: id
          .allow(null)
          .optional()
          .description("Null where the domain is not the account's any more."),
        domain_name: Joi.string().optional(),
        email_id: id.optional(),
        tag: words.optional(),
        template_id: id.allow(null).optional().description("Null: made by no template."),
        api_key_id: id.allow(null).optional(),
        priority: Joi.string().optional(),
        provider: Joi.string().optional().description("Who runs the recipient's mail server."),
        ...metrics,
      }),
    )
    .optional()
    .description("Unless there are no dimensions. By period alone every period has a row."),
}).meta({ name: "Metrics" });

/** A time, or a day, whose beginning is meant in the query's zone. */
export function readMoment(text: string): Moment | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return parseInstant(`${text}T00:00:00Z`) && { day: text };
  const at = parseInstant(text);
  return at && at.getTime() >= 0 ? at : undefined;
}

/** Words of a list, separated by commas, each once. */
function wordsOf(words: readonly string[]): Joi.Schema {
  return listQuery((text) => words.find((word) => word === text), { words: words.join(", ") });
}

/** Values separated by commas, each once. `context` is for the sentence about a wrong one. */
function listQuery(read: (text: string) => string | undefined, context: { words?: string } = {}): Joi.Schema {
  return Joi.string()
    .max(MAX_LIST)
    .custom((text: string, helpers: Joi.CustomHelpers) => {
      const found = [...new Set(text.split(","))].map((part) => read(part.trim()));
      const isRight = found.length <= MAX_VALUES && found.every((value) => value !== undefined);
      return isRight ? found : helpers.error("list.base", { ...context, limit: MAX_VALUES });
    });
}
