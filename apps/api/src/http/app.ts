import type { Context } from "@sendex/pipeline/context";
import express, { type Express } from "express";
import helmet from "helmet";
import { openBodyParser } from "./body/pool";
import { mountPages } from "../dashboard/mount";
import { openByteBudget } from "./body/byte-budget";
import { beginCall } from "./call";
import type { Edge } from "./endpoint";
import { errorHandler } from "./error-handler";
import { openQueueBoard } from "../operators/board/open";
import { openPeoplesAuth } from "../people/auth";
import { routes } from "../routes";
import { mount } from "./mount";
import { traceRequest } from "../logs/trace";
import { mountUnknown } from "./unknown";

/** Three bodies of the largest size at once; a request that finds no room in time is answered 503. */
const BODY_BUDGET = { total: 64 * 1024 * 1024, waitMs: 30_000 };

/** The whole public HTTP surface over a context. It listens to nothing and starts nothing. */
export function createApp(context: Context): Express {
  const edge: Edge = {
    context,
    auth: openPeoplesAuth(context),
    parser: openBodyParser(),
    budget: openByteBudget(BODY_BUDGET),
    board: openQueueBoard(context.queues),
  };
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  if (context.settings.trustProxy !== undefined) app.set("trust proxy", trusted(context.settings.trustProxy));
  app.use(apiHeaders());
  app.use((request, response, next) => {
    response.setHeader("X-Request-Id", beginCall(request).requestId);
    // A response belongs to one account and is out of date a moment later.
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.use(traceRequest);
  for (const route of routes) mount(app, edge, route);
  mountPages(app, edge);
  mountUnknown(app, edge);
  app.use(errorHandler(context));
  return app;
}

/** A number of proxies before us, or the names and ranges that Express takes. */
function trusted(words: string): number | string {
  return /^\d+$/.test(words) ? Number(words) : words;
}

/** Nothing here is a page: no response may be framed, sniffed, or run anything. */
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
