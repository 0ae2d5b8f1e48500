import type { Context } from "@sendex/pipeline/context";
import express, { type Express, type IRouter } from "express";
import helmet from "helmet";
import { type BodyParser, openBodyParser } from "./body/pool";
import { type ByteBudget, openByteBudget } from "./body/byte-budget";
import { beginCall } from "./call";
import type { Edge, Route } from "./endpoint";
import { errorHandler } from "./error-handler";
import { mountAccount } from "../accounts/routes";
import { mountAdmin } from "../operators/routes";
import { mountApiKeys } from "../access/routes";
import { mountDomains } from "../domains/routes";
import { mountAttachments, mountDownloads } from "../content/attachments";
import { mountEmails } from "../emails/routes";
import { mountExplain } from "../messages/explain";
import { mountHealth } from "./health";
import { mountMessages } from "../messages/routes";
import { mountNotifications } from "../reports/routes";
import { mountTemplates } from "../templates/routes";
import { mountSuppressions } from "../suppressions/routes";
import { mountReference } from "./openapi/routes";
import { mountUnknown } from "./unknown";
import { mountUnsubscribes } from "../suppressions/unsubscribes";
import { mountWebhooks } from "../webhooks/routes";

/** Three bodies of the largest size at once; a request that finds no room in time is answered 503. */
const BODY_BUDGET = { total: 160 * 1024 * 1024, waitMs: 30_000 };

/** The whole public HTTP surface over a context. It listens to nothing and starts nothing. */
export function createApp(context: Context): Express {
  const edge: Edge = { context, parser: openBodyParser(), budget: openByteBudget(BODY_BUDGET), routes: [] };
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  if (context.settings.trustProxy !== undefined) app.set("trust proxy", trusted(context.settings.trustProxy));
  app.use(apiHeaders());
  app.use((request, response, next) => {
    response.setHeader("X-Request-Id", beginCall(request).requestId);
    // What is answered belongs to one account and is out of date a moment later.
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  // The busiest first: a request passes every path before its own.
  mountNotifications(app, edge);
  mountRoutes(app, edge);
  mountDownloads(app, edge);
  mountAdmin(app, edge);
  mountReference(app, edge);
  mountHealth(app, edge);
  mountUnknown(app, edge);
  app.use(errorHandler(context));
  return app;
}

/** What `mount` mounts here is described and tested by construction. */
function mountRoutes(app: IRouter, edge: Edge): void {
  mountEmails(app, edge);
  mountMessages(app, edge);
  mountAttachments(app, edge);
  mountExplain(app, edge);
  mountTemplates(app, edge);
  mountSuppressions(app, edge);
  mountUnsubscribes(app, edge);
  mountDomains(app, edge);
  mountApiKeys(app, edge);
  mountAccount(app, edge);
  mountWebhooks(app, edge);
}

/** The routes without a process that serves them, to be described. */
export function listRoutes(): Route[] {
  const routes: Route[] = [];
  mountRoutes(express.Router(), {
    routes,
    get context(): Context {
      throw new Error("A route reads its context when it is called, not when it is mounted.");
    },
    get parser(): BodyParser {
      throw new Error("A route reads its parser when it is called, not when it is mounted.");
    },
    get budget(): ByteBudget {
      throw new Error("A route reads its budget when it is called, not when it is mounted.");
    },
  });
  return routes;
}

/** A number of proxies before us, or the names and ranges that Express takes. */
function trusted(words: string): number | string {
  return /^\d+$/.test(words) ? Number(words) : words;
}

/** Nothing here is a page: no answer may be framed, sniffed, or run anything. */
function apiHeaders(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    originAgentCluster: false,
    crossOriginOpenerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}
