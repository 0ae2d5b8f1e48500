import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readFilters } from "./filters";
import { readView } from "./view";

export const emailRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/emails",
    validateSearch: readFilters,
    component: page("emails", () => import("./pages/list"), "EmailsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/emails/$id",
    validateSearch: readView,
    component: page("emails", () => import("./pages/email"), "EmailPage"),
  }),
] as const;
