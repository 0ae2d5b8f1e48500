import { invalidFields } from "@sendex/core/error";
import { readSpan } from "@sendex/core/overview";
import { readOverview } from "@sendex/pipeline/overview";
import { presentOverview } from "@sendex/wire/overview";
import type { Exchange, Route } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import type { Reply } from "../http/reply";
import { overviewQuery, overviewResponse } from "./schemas";

/** `/api/v1/overview`: what became of the mail of the caller's mode, and what needs somebody. */
export const overviewRoutes: Route[] = [
  {
    surface: "sendex",
    path: "/api/v1/overview",
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: {
          id: "overview.get",
          summary: "What became of the mail, and what needs somebody",
          query: overviewQuery,
          responses: { 200: overviewResponse },
        },
      },
    },
  },
];

async function get({ context, caller, query }: Exchange): Promise<Reply> {
  const reading = readSpan(readQuery(overviewQuery, query), context.clock());
  if ("errors" in reading) throw invalidFields(reading.errors);
  return { status: 200, body: presentOverview(await readOverview(context, caller, reading.span)) };
}
