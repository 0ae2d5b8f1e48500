import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readKeySearch } from "./search";

export const accessRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/api-keys",
    validateSearch: readKeySearch,
    component: page("access", () => import("./pages/list"), "KeysPage"),
  }),
] as const;
