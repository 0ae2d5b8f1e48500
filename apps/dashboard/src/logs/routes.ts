import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readFilters } from "./filters";

export const logRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/logs",
    validateSearch: readFilters,
    component: page("logs", () => import("./pages/list"), "LogsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/logs/$id",
    component: page("logs", () => import("./pages/log"), "LogPage"),
  }),
] as const;
