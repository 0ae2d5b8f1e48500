import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const suppressionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/suppressions",
    component: page("suppressions", () => import("./pages/list"), "SuppressionsPage"),
  }),
] as const;
