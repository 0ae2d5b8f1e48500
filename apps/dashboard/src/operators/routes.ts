import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readAccountFilters, readAuditFilters, readLetterFilters } from "./filters";

const getParentRoute = () => shellRoute;

export const operatorRoutes = [
  createRoute({
    getParentRoute,
    path: "/operator",
    component: page("operators", () => import("./pages/system"), "SystemPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/accounts",
    validateSearch: readAccountFilters,
    component: page("operators", () => import("./pages/accounts"), "AccountsPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/accounts/$id",
    component: page("operators", () => import("./pages/account"), "AccountPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/review-cases",
    component: page("operators", () => import("./pages/cases"), "CasesPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/review-cases/$id",
    component: page("operators", () => import("./pages/case"), "CasePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/appeals",
    component: page("operators", () => import("./pages/appeals"), "AppealsPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/dead-letters",
    validateSearch: readLetterFilters,
    component: page("operators", () => import("./pages/dead-letters"), "DeadLettersPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/pace",
    component: page("operators", () => import("./pages/pace"), "PacePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/ledger",
    component: page("operators", () => import("./pages/ledger"), "LedgerPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/operator/audit-log",
    validateSearch: readAuditFilters,
    component: page("operators", () => import("./pages/audit-log"), "AuditLogPage", ["audit"]),
  }),
] as const;
