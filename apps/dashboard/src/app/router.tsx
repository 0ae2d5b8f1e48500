import { createRouter } from "@tanstack/react-router";
import { accessRoutes } from "../access/routes";
import { accountRoutes } from "../accounts/routes";
import { analyticsRoutes } from "../analytics/routes";
import { alertRoutes } from "../alerts/routes";
import { audienceRoutes } from "../audiences/routes";
import { domainRoutes } from "../domains/routes";
import { emailRoutes } from "../emails/routes";
import { logRoutes } from "../logs/routes";
import { operatorRoutes } from "../operators/routes";
import { overviewRoutes } from "../overview/routes";
import { peopleRoutes } from "../people/routes";
import { reputationRoutes } from "../reputation/routes";
import { doorRoute, rootRoute, shellRoute } from "../routing/root";
import { sandboxRoutes } from "../sandbox/routes";
import { suppressionRoutes } from "../suppressions/routes";
import { templateRoutes } from "../templates/routes";
import { webhookRoutes } from "../webhooks/routes";
import { Door } from "./shell/door";
import { Failed } from "./shell/failed";
import { NotFound } from "./shell/not-found";
import { Shell } from "./shell/shell";
import { Waiting } from "./shell/waiting";

const routes = rootRoute.addChildren([
  doorRoute.update({ component: Door }).addChildren(peopleRoutes),
  shellRoute
    .update({ component: Shell })
    .addChildren([
      ...overviewRoutes,
      ...emailRoutes,
      ...analyticsRoutes,
      ...templateRoutes,
      ...domainRoutes,
      ...accessRoutes,
      ...webhookRoutes,
      ...suppressionRoutes,
      ...audienceRoutes,
      ...logRoutes,
      ...alertRoutes,
      ...accountRoutes,
      ...reputationRoutes,
      ...sandboxRoutes,
      ...operatorRoutes,
    ]),
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  defaultPendingMs: 150,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  // What no page reads is taken out of the address: a choice of account in a shared link, above all.
  search: { strict: true },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
