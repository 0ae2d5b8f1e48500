import Joi from "joi";
import { shown } from "../http/openapi/responses";
import { describeAdmin } from "../http/openapi/document";
import type { OperatorRoute } from "../http/endpoint";
import { accountRoutes } from "./accounts";
import { appealRoutes } from "./appeals";
import { auditRoutes } from "./audit";
import { caseRoutes } from "./cases";
import { creditRoutes } from "./credits";
import { deadLetterRoutes } from "./dead-letters";
import { systemRoutes } from "./system";

const act = shown({ method: Joi.string(), path: Joi.string(), about: Joi.string() });

const indexRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: "/admin",
    endpoints: {
      GET: {
        doc: {
          id: "index",
          summary: "This list",
          responses: { 200: shown({ data: Joi.array().items(act) }) },
        },
        run: async () => ({ status: 200, body: { data: index() } }),
      },
    },
  },
  {
    surface: "admin",
    path: "/admin/openapi.json",
    endpoints: {
      GET: {
        doc: {
          id: "description",
          summary: "The description of all this, in OpenAPI",
          responses: { 200: Joi.object() },
        },
        run: async () => ({ status: 200, body: describeAdmin(operatorRoutes) }),
      },
    },
  },
];

/** `/admin`: what operators see and decide. Every act is written to the audit log with its commit. */
export const operatorRoutes: OperatorRoute[] = [
  ...indexRoutes,
  ...accountRoutes,
  ...creditRoutes,
  ...appealRoutes,
  ...caseRoutes,
  ...deadLetterRoutes,
  ...systemRoutes,
  ...auditRoutes,
];

function index(): object[] {
  return operatorRoutes.flatMap(({ path, endpoints }) =>
    Object.entries(endpoints).map(([method, { doc }]) => ({ method, path, about: doc.summary })),
  );
}
