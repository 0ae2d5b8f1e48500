import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const accessRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys",
    component: page("access", () => import("./pages/list"), "KeysPage"),
  }),
] as const;
