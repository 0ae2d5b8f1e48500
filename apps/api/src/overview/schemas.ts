import { MODES } from "@sendex/core/accepting/message";
import { ALERT_KINDS } from "@sendex/core/alerts/kinds";
import { INTERVALS, type Interval, MAX_OVERVIEW_DAYS, OVERVIEW_DAYS } from "@sendex/core/overview";
import { SUSPENSION_CAUSES } from "@sendex/core/reputation/standing";
import Joi from "joi";
import { instant } from "../http/list-query";
import { shown, time, timeOrNull, words } from "../http/openapi/responses";

/** `GET /overview` */
export const overviewQuery = Joi.object<{ from?: Date; to?: Date; interval?: Interval }>({
  from: instant.description(
    `ISO 8601 with a zone, or a day in UTC: the beginning, widened to a whole hour or day in UTC; ${OVERVIEW_DAYS} days before \`to\` unless given.`,
  ),
  to: instant.description("The end, likewise; now unless given."),
  interval: Joi.valid(...INTERVALS).description(
    `At most ${MAX_OVERVIEW_DAYS.hour} days by the hour, ${MAX_OVERVIEW_DAYS.day} by the day; by itself hours up to two days.`,
  ),
});

const count = Joi.number().integer();
const counts = {
  accepted: count,
  sent: count,
  delivered: count,
  deferred: count,
  bounced: count,
  complained: count,
  failed: count,
  suppressed: count,
  opened: count,
  clicked: count,
};
const id = Joi.string();
const kind = (name: string): Joi.Schema => Joi.valid(name);

const attention = Joi.alternatives(
  shown({
    kind: kind("suspended"),
    id: id.description("Of the suspension."),
    cause: Joi.valid(...SUSPENSION_CAUSES),
    reason: words,
    since: time,
    held: count.description("Recipients held, counted up to 10,000."),
    held_until: time,
    appealed: Joi.boolean().description("Whether an appeal waits for its decision."),
  }),
  shown({
    kind: kind("bounce_rate_warning"),
    sent: count,
    hurt: count,
    rate: Joi.number(),
    suspend_at: Joi.number(),
  }),
  shown({ kind: kind("source_paused"), id, source: Joi.valid("key", "template"), since: time }),
  shown({
    kind: kind("alert"),
    id,
    alert: Joi.valid(...ALERT_KINDS).description("The alert's kind. Those that nobody has acknowledged."),
    name: words.description("What it lies in; empty for the account."),
    reason: Joi.string(),
    since: time,
  }),
  shown({ kind: kind("credits_low"), credits: count }),
  shown({ kind: kind("no_domain") }),
  shown({ kind: kind("domain_unverified"), id, name: Joi.string(), failed: Joi.boolean(), since: time }),
  shown({
    kind: kind("webhook_disabled"),
    id,
    endpoint: Joi.string(),
    reason: words.allow(null),
    since: timeOrNull,
  }),
  shown({ kind: kind("webhook_failing"), id, endpoint: Joi.string(), since: timeOrNull }),
  shown({ kind: kind("no_message_yet") }),
).meta({ name: "Attention" });

export const overviewResponse = shown({
  object: Joi.valid("overview"),
  mode: Joi.valid(...MODES).description("Of the mail that is counted."),
  from: time,
  to: time.description("Not included."),
  interval: Joi.valid(...INTERVALS),
  totals: shown(counts).description(
    "Recipients, each under the hour it was sent in; opens and clicks as often as they happened.",
  ),
  series: Joi.array()
    .items(shown({ at: time.description("When the interval begins."), ...counts }))
    .description("One entry for each interval, in order."),
  bounce_rate: shown({
    rate: Joi.number().description("Percent."),
    sent: count,
    hurt: count.description("Of them, those that bounced for good or complained."),
    since: time,
    until: time,
    warn_at: Joi.number().description("Percent."),
    suspend_at: Joi.number().description("Percent."),
    minimum_sent: count.description("Before so many nothing is judged."),
    state: Joi.valid("too_few", "good", "warning", "over")
      .allow(null)
      .description("Null: test mail is not judged."),
  }),
  today: shown({
    accepted: count.description("Recipients of the UTC day, as the guideline counts them."),
    sent: count,
    guideline: count.allow(null).description("Going over it refuses nothing. Null: test mail has none."),
  }),
  attention: Joi.array().items(attention).description("What needs somebody, the gravest first."),
}).meta({ name: "Overview" });
