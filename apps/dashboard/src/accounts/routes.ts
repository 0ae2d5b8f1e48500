import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

export const accountRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings",
    component: page("accounts", () => import("./pages/home"), "SettingsPage"),
  }),
] as const;
