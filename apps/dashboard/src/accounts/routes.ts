import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";

const account = page("accounts", () => import("./pages/account"), "AccountPage");

export const accountRoutes = [
  createRoute({ getParentRoute: () => shellRoute, path: "/settings", component: account }),
  createRoute({ getParentRoute: () => shellRoute, path: "/settings/account", component: account }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings/members",
    component: page("accounts", () => import("./pages/members"), "MembersPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings/security",
    component: page("accounts", () => import("./pages/security"), "SecurityPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings/sessions",
    component: page("accounts", () => import("./pages/sessions"), "SessionsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings/audit-log",
    component: page("accounts", () => import("./pages/audit-log"), "AuditLogPage", ["audit"]),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings/data",
    component: page("accounts", () => import("./pages/data"), "DataPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/settings/smtp",
    component: page("accounts", () => import("./pages/smtp"), "SmtpPage"),
  }),
] as const;
