import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { shellRoute } from "../routing/root";
import { readBroadcastsSearch, readBroadcastView } from "./broadcast-view";
import { readContactSearch, readListSearch } from "./filters";

export const audienceRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/contacts",
    validateSearch: readContactSearch,
    component: page("audiences", () => import("./pages/contacts"), "ContactsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/contacts/$id",
    component: page("audiences", () => import("./pages/contact"), "ContactPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/segments",
    validateSearch: readListSearch,
    component: page("audiences", () => import("./pages/segments"), "SegmentsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/topics",
    validateSearch: readListSearch,
    component: page("audiences", () => import("./pages/topics"), "TopicsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/forms",
    validateSearch: readListSearch,
    component: page("audiences", () => import("./pages/forms"), "FormsPage"),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/broadcasts",
    validateSearch: readBroadcastsSearch,
    component: page("broadcasts", () => import("./pages/broadcasts"), "BroadcastsPage", ["audiences"]),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: "/broadcasts/$id",
    validateSearch: readBroadcastView,
    component: page("broadcasts", () => import("./pages/broadcast"), "BroadcastPage", [
      "audiences",
      "writing",
    ]),
  }),
] as const;
