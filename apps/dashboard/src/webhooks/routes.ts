import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readEndpointView, readListView } from "./view";

export const webhookRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/webhooks",
    validateSearch: readListView,
    component: page("webhooks", () => import("./pages/list"), "WebhooksPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/webhooks/$id",
    validateSearch: readEndpointView,
    component: page("webhooks", () => import("./pages/endpoint"), "EndpointPage"),
  }),
] as const;
