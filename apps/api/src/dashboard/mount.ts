import type { Express } from "express";
import { callOf } from "../http/call";
import type { Edge } from "../http/endpoint";
import { countStranger } from "../http/identify";
import { sendReply } from "../http/reply";
import { dashboardPage, wantsPage } from "./page";

/** How the paths of the dashboard's pages begin; a test compares them with its routes. */
export const PAGES: readonly string[] = [
  ...[
    "overview",
    "emails",
    "analytics",
    "templates",
    "domains",
    "api-keys",
    "webhooks",
    "suppressions",
    "settings",
  ],
  ...[
    "contacts",
    "segments",
    "topics",
    "forms",
    "broadcasts",
    "logs",
    "alerts",
    "sandbox",
    "suspension",
    "operator",
    "sign-in",
    "sign-up",
    "forgot-password",
    "reset-password",
    "accept-invitation",
    "confirm-sign-up",
  ],
];

/**
 * Answers browsers that ask for one of the dashboard's pages; everything else goes on. Whoever asks gets the page: what
 * it may load is the session's matter.
 */
export function mountPages(app: Express, edge: Edge): void {
  app.use(async (request, response, next) => {
    const first = request.path.split("/", 2)[1] ?? "";
    if (!PAGES.includes(first) || !wantsPage(request)) {
      next();
      return;
    }
    callOf(request).route = `/${first}`;
    await countStranger(edge, request, response);
    sendReply(edge.context.log, request, response, await dashboardPage(request));
  });
}
