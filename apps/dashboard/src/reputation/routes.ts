import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const reputationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/suspension",
    component: page("reputation", () => import("./pages/suspension"), "SuspensionPage"),
  }),
] as const;
