import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readSearch } from "./filters";

export const alertRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/alerts",
    validateSearch: readSearch,
    component: page("alerts", () => import("./pages/list"), "AlertsPage"),
  }),
] as const;
