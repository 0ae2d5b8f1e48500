import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readView } from "./view";

export const analyticsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/analytics",
    validateSearch: readView,
    component: page("analytics", () => import("./pages/home"), "AnalyticsPage"),
  }),
] as const;
