import { invalidFields } from "@sendex/core/error";
import { readMetricSpan } from "@sendex/core/analytics/question";
import { readAnalytics } from "@sendex/pipeline/analytics/read";
import { dimensionOf, GRANULARITY_OF, presentAnalytics } from "@sendex/wire/analytics/sendarix";
import type { Exchange } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import type { Reply } from "../http/reply";
import { analyticsQuery } from "./sendarix-schemas";

/** `GET /v1/analytics` */
export async function getAnalytics({ context, caller, query }: Exchange): Promise<Reply> {
  const { interval, group_by, timezone, from, to } = readQuery(analyticsQuery, query);
  const asked = {
    ...(from && { from }),
    ...(to && { to }),
    timeZone: timezone,
    granularity: GRANULARITY_OF[interval ?? "day"],
    byPeriod: interval !== undefined,
  };
  const reading = readMetricSpan(asked, context.clock(), { from: "from", to: "to" });
  if ("errors" in reading) throw invalidFields(reading.errors);
  const view = await readAnalytics(context, caller, {
    span: reading.span,
    dimension: dimensionOf(group_by),
    byDomain: group_by === "domain",
    delays: true,
  });
  const words = { ...(interval && { interval }), ...(group_by && { group_by }) };
  return { status: 200, body: presentAnalytics(view, words) };
}
