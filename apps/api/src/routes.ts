import { apiKeyRoutes } from "./access/routes";
import { accountRoutes } from "./accounts/routes";
import { attachmentRoutes } from "./content/attachments";
import { domainRoutes } from "./domains/routes";
import { emailRoutes } from "./emails/routes";
import type { Route } from "./http/endpoint";
import { explainRoutes } from "./messages/explain";
import { messageRoutes } from "./messages/routes";
import { suppressionRoutes } from "./suppressions/routes";
import { unsubscribeRoutes } from "./suppressions/unsubscribes";
import { templateRoutes } from "./templates/routes";
import { webhookRoutes } from "./webhooks/routes";

/**
 * Every route of customers: what is mounted, described and tested. The busiest first: a request passes every path
 * before its own.
 */
export const routes: readonly Route[] = [
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
  ...webhookRoutes,
];
