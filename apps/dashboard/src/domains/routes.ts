import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { given, type Search, wordIn } from "../routing/search";

export const domainRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/domains",
    validateSearch: (search: Search): { open?: "new" } => given({ open: wordIn(search, "open", ["new"]) }),
    component: page("domains", () => import("./pages/list"), "DomainsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/domains/$id",
    component: page("domains", () => import("./pages/domain"), "DomainPage"),
  }),
] as const;
