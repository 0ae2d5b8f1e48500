import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readView } from "./view";

export const sandboxRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sandbox",
    validateSearch: readView,
    component: page("sandbox", () => import("./pages/inbox"), "InboxPage"),
  }),
] as const;
