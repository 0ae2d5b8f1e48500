import { createRoute, redirect } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readView } from "./view";

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/",
    // The router takes a redirect that is returned as it takes one that is thrown.
    loader: () => redirect({ to: "/overview", replace: true, throw: true }),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/overview",
    validateSearch: readView,
    component: page("overview", () => import("./pages/home"), "OverviewPage"),
  }),
] as const;
