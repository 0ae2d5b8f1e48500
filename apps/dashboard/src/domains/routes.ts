import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const domainRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/domains",
    component: page("domains", () => import("./pages/list"), "DomainsPage"),
  }),
] as const;
