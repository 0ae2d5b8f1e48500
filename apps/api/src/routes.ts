import { apiKeyRoutes } from "./access/routes";
import { exportRoutes } from "./accounts/leave";
import { accountRoutes } from "./accounts/routes";
import { attachmentRoutes, downloadRoutes } from "./content/attachments";
import { domainRoutes } from "./domains/routes";
import { emailRoutes } from "./emails/routes";
import type { AnyRoute, Route } from "./http/endpoint";
import { healthRoutes } from "./http/health";
import { referenceRoutes } from "./http/openapi/routes";
import { rootRoutes } from "./http/root";
import { explainRoutes } from "./messages/explain";
import { messageRoutes } from "./messages/routes";
import { overviewRoutes } from "./overview/routes";
import { operatorRoutes } from "./operators/routes";
import { notificationRoutes } from "./reports/routes";
import { suppressionRoutes } from "./suppressions/routes";
import { unsubscribeRoutes } from "./suppressions/unsubscribes";
import { templateRoutes } from "./templates/routes";
import { webhookRoutes } from "./webhooks/routes";

/** For customers: what the API's description, its client and the tests of keys and tenants are made from. */
export const customerRoutes: readonly Route[] = [
  ...emailRoutes,
  ...messageRoutes,
  ...attachmentRoutes,
  ...explainRoutes,
  ...templateRoutes,
  ...suppressionRoutes,
  ...unsubscribeRoutes,
  ...domainRoutes,
  ...apiKeyRoutes,
  ...accountRoutes,
  ...overviewRoutes,
  ...webhookRoutes,
];

/** Every route there is. The busiest first: a request passes every path before its own. */
export const routes: readonly AnyRoute[] = [
  ...notificationRoutes,
  ...customerRoutes,
  ...downloadRoutes,
  ...exportRoutes,
  ...referenceRoutes(customerRoutes),
  ...healthRoutes,
  ...rootRoutes,
  ...operatorRoutes,
];
