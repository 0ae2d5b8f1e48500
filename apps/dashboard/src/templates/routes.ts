import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const templateRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/templates",
    component: page("templates", () => import("./pages/list"), "TemplatesPage"),
  }),
] as const;
