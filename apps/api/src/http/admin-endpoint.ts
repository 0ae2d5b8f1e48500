import { SendexError } from "@sendex/core/error";
import type { OperatorRow } from "@sendex/data/access/operators";
import type { Context } from "@sendex/pipeline/context";
import { limitAddress } from "@sendex/pipeline/access/limit-rate";
import { authenticateOperator } from "@sendex/pipeline/access/operators";
import type { IRouter, Request } from "express";
import { answer, type Reply } from "./answer";
import { callOf } from "./call";
import { type Edge, pathPart, queryOf, readJson } from "./endpoint";
import { checkRate } from "./rate-headers";

/** A request of an operator, whose body, where there is one, is read. */
export interface AdminExchange {
  context: Context;
  operator: OperatorRow;
  /** As the audit log names the operator. */
  by: string;
  id: string;
  part: string;
  query: URLSearchParams;
  body: unknown;
}

export interface AdminEndpoint {
  /** For people: the list at GET /admin. */
  about: string;
  body?: "json";
  run(exchange: AdminExchange): Promise<Reply>;
}
export type AdminEndpoints = Partial<Record<"GET" | "POST" | "PATCH" | "DELETE", AdminEndpoint>>;

/** One path under /admin with its methods. */
export interface AdminRoute {
  path: string;
  endpoints: AdminEndpoints;
}

/** Serves one path of operators, for operators' keys alone; requests without one are limited by address. */
export function mountAdminRoute(router: IRouter, edge: Edge, { path, endpoints }: AdminRoute): void {
  const byMethod = new Map(Object.entries(endpoints));
  router.all(path, async (request, response) => {
    callOf(request).route = `/admin${path}`;
    const operator = await identifyOperator(edge.context, request);
    const endpoint = byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    if (!endpoint) {
      const allow = [...byMethod.keys()];
      throw new SendexError("method_not_allowed", `${request.method} is not allowed here.`, { allow });
    }
    const exchange: AdminExchange = {
      context: edge.context,
      operator,
      by: `operator:${operator.name}`,
      id: pathPart(request, "id"),
      part: pathPart(request, "part"),
      query: queryOf(request),
      body: (await readJson(edge, request, response, endpoint)).body,
    };
    answer(edge.context.log, request, response, await endpoint.run(exchange));
  });
}

async function identifyOperator(context: Context, request: Request): Promise<OperatorRow> {
  try {
    return await authenticateOperator(context, request.headers.authorization);
  } catch (error) {
    if (error instanceof SendexError && error.slug === "unauthorized")
      checkRate(await limitAddress(context, request.ip ?? "unknown"), context.clock());
    throw error;
  }
}
