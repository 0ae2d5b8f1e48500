import type { PublicRoute } from "./endpoint";
import { countStranger } from "./identify";

/** Where a person who opens the bare address goes on; it says nothing of the installation, its version neither. */
const BODY = {
  name: "Sendex API",
  reference: "/reference",
  openapi: "/openapi.json",
  health: "/healthz",
};

/** `/`. No key, as for the reference. */
export const rootRoutes: PublicRoute[] = [
  {
    surface: "public",
    path: "/",
    endpoints: {
      GET: {
        async run(edge, request, response) {
          await countStranger(edge, request, response);
          return { status: 200, body: BODY };
        },
      },
    },
  },
];
