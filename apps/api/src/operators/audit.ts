import { listAudit } from "@sendex/data/access/audit";
import type { Reply } from "../http/reply";
import type { OperatorExchange, OperatorRoute } from "../http/endpoint";
import { listOf } from "../http/openapi/responses";
import { readQuery } from "../http/list-query";
import { auditResponse } from "./responses";
import { auditQuery } from "./schemas";

/** The audit log. */
export const auditRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: "/admin/audit",
    endpoints: {
      GET: {
        run: list,
        doc: {
          id: "audit.list",
          summary: "What operators did, newest first",
          query: auditQuery,
          responses: { 200: listOf(auditResponse) },
        },
      },
    },
  },
];

async function list({ context, query }: OperatorExchange): Promise<Reply> {
  const { account: accountId, ...page } = readQuery(auditQuery, query);
  const { data, hasMore } = await listAudit(context.data, { ...page, ...(accountId ? { accountId } : {}) });
  return { status: 200, body: { object: "list", data, has_more: hasMore } };
}
