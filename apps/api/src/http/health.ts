import type { PublicRoute } from "./endpoint";

/** `/healthz`: this process answers. Whether it can do its work is `/readyz` on the admin port. */
export const healthRoutes: PublicRoute[] = [
  {
    surface: "public",
    path: "/healthz",
    endpoints: { GET: { run: async () => ({ status: 200, body: { status: "ok" } }) } },
  },
];
