import type { Document, Operation } from "@sendex/api/http/openapi/openapi";
import type { TestedRoute } from "./route-cases";

/** A route beside what its document says of it. */
export interface DescribedCase {
  name: string;
  route: TestedRoute;
  described: Document;
  operation: Operation;
}

/** Throws on a route that is not described. */
export function describedCases(routes: TestedRoute[], described: Document): DescribedCase[] {
  return routes.map((route) => {
    const operation = described.paths[route.path.replace(/:(\w+)/g, "{$1}")]?.[route.method];
    if (!operation) throw new Error(`${route.name} is not described.`);
    return { name: route.name, route, described, operation };
  });
}
