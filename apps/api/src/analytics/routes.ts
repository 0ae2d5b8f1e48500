import type { Route } from "../http/endpoint";
import { getMetrics } from "./metrics";
import { metricsQuery, metricsResponse } from "./schemas";
import { getAnalytics } from "./sendarix";
import { analyticsQuery, analyticsResponse } from "./sendarix-schemas";

/** What became of the mail, by time and by one dimension. It comes before an email by its id. */
export const metricsRoute: Route = {
  surface: "sendex",
  path: "/api/v1/emails/metrics",
  endpoints: {
    GET: {
      need: "full",
      run: getMetrics,
      doc: {
        id: "emails.metrics",
        summary: "Count what became of emails, by time, domain, tag, template, key, priority or provider",
        query: metricsQuery,
        responses: { 200: metricsResponse },
      },
    },
  },
};

/** The same in the words of the other surface. */
export const analyticsRoutes: Route[] = [
  {
    surface: "sendarix",
    path: "/v1/analytics",
    endpoints: {
      GET: {
        need: "full",
        run: getAnalytics,
        doc: {
          id: "analytics.get",
          summary: "Count what became of messages, by time and by one dimension",
          query: analyticsQuery,
          responses: { 200: analyticsResponse },
        },
      },
    },
  },
];
