import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const sandboxRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/sandbox",
    component: page("sandbox", () => import("./pages/inbox"), "InboxPage"),
  }),
] as const;
