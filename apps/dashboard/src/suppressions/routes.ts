import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readSearch } from "./filters";

export const suppressionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/suppressions",
    validateSearch: readSearch,
    component: page("suppressions", () => import("./pages/list"), "SuppressionsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/suppressions/$id",
    component: page("suppressions", () => import("./pages/suppression"), "SuppressionPage"),
  }),
] as const;
