import { invalidFields } from "@sendex/core/error";
import { domainIdsOf, readAnalytics, readEmails } from "@sendex/pipeline/analytics/read";
import { type MetricsView, presentMetrics } from "@sendex/wire/analytics/metrics";
import type { Exchange } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import type { Reply } from "../http/reply";
import { type Asked, readQuestion } from "./question";
import { metricsQuery, type MetricsQuery } from "./schemas";

/** So many emails are told apart, unless they are named. */
const MAX_EMAILS = 1_000;

/** `GET /emails/metrics` */
export async function getMetrics(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const query = readQuery(metricsQuery, exchange.query);
  const asked = readQuestion(query, context.clock());
  const domainIds = await domainIdsOf(context, caller);
  const view = await answer(exchange, asked, namesOf(query, domainIds));
  const { granularity } = query;
  return { status: 200, body: presentMetrics(view, { ...asked, granularity, domainIds }) };
}

async function answer(
  { context, caller }: Exchange,
  { dimension, ...asked }: Asked,
  domains: string[] | undefined,
): Promise<MetricsView> {
  if (dimension !== "email")
    return readAnalytics(context, caller, { ...asked, dimension, ...(domains && { domains }) });
  const view = await readEmails(context, caller, asked, MAX_EMAILS);
  if (view) return view;
  const message = `More than ${MAX_EMAILS} emails are in this span; name some with email_id, or a shorter span.`;
  throw invalidFields([{ field: "dimensions", code: "out_of_range", message }]);
}

/** The names behind ids of domains; an id that is none of the account's has no mail. */
function namesOf({ domain_id }: MetricsQuery, domainIds: ReadonlyMap<string, string>): string[] | undefined {
  return domain_id && [...domainIds].flatMap(([name, id]) => (domain_id.includes(id) ? [name] : []));
}
