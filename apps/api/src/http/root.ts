import { dashboardPage, wantsPage } from "../dashboard/page";
import type { PublicRoute } from "./endpoint";
import { countStranger } from "./identify";

/** Where a program that opens the bare address goes on; it says nothing of the installation, its version neither. */
const BODY = {
  name: "Sendex API",
  reference: "/reference",
  openapi: "/openapi.json",
  health: "/healthz",
};

/** `/`: the dashboard for browsers. No key, as for the reference. */
export const rootRoutes: PublicRoute[] = [
  {
    surface: "public",
    path: "/",
    endpoints: {
      GET: {
        async run(edge, request, response) {
          await countStranger(edge, request, response);
          if (wantsPage(request)) return dashboardPage(request);
          return { status: 200, headers: { Vary: "Accept" }, body: BODY };
        },
      },
    },
  },
];
