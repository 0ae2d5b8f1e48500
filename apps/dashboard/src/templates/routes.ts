import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readFilters } from "./filters";
import { readVersionsView, readView } from "./view";

export const templateRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/templates",
    validateSearch: readFilters,
    component: page("templates", () => import("./pages/list"), "TemplatesPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/templates/$id",
    validateSearch: readView,
    component: page("templates", () => import("./pages/template"), "TemplatePage", ["writing"]),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/templates/$id/versions",
    validateSearch: readVersionsView,
    component: page("templates", () => import("./pages/versions"), "VersionsPage", ["writing"]),
  }),
] as const;
