import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const operatorRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/operator",
    component: page("operators", () => import("./pages/home"), "OperatorPage"),
  }),
] as const;
