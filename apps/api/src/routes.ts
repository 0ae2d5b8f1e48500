import { apiKeyRoutes } from "./access/routes";
import { exportRoutes } from "./accounts/leave";
import { accountRoutes } from "./accounts/routes";
import { alertRoutes } from "./alerts/routes";
import { analyticsRoutes } from "./analytics/routes";
import { audienceRoutes } from "./audiences/audiences";
import { contactRoutes } from "./audiences/contacts";
import { formRoutes } from "./audiences/forms/routes";
import { importRoutes } from "./audiences/imports/routes";
import { leavingRoutes } from "./audiences/leaving/routes";
import { confirmRoutes } from "./audiences/public/confirm-routes";
import { publicFormRoutes } from "./audiences/public/form-routes";
import { logoRoutes } from "./audiences/public/logos";
import { propertyRoutes } from "./audiences/properties";
import { broadcastActRoutes } from "./audiences/broadcast-acts";
import { broadcastRoutes } from "./audiences/broadcasts";
import { segmentRoutes } from "./audiences/segments";
import { topicRoutes } from "./audiences/topics";
import { attachmentRoutes, downloadRoutes } from "./content/attachments";
import { assetRoutes } from "./dashboard/assets";
import { mailFrameRoutes } from "./dashboard/mail-frame";
import { domainRoutes } from "./domains/routes";
import { emailRoutes } from "./emails/routes";
import { eventRoutes } from "./events/routes";
import type { AnyRoute, GuestRoute, PersonRoute, Route } from "./http/endpoint";
import { healthRoutes } from "./http/health";
import { referenceRoutes } from "./http/openapi/routes";
import { rootRoutes } from "./http/root";
import { imageRoutes } from "./images/routes";
import { imageShowRoutes } from "./images/show";
import { logRoutes } from "./logs/routes";
import { explainRoutes } from "./messages/explain";
import { messageRoutes } from "./messages/routes";
import { overviewRoutes } from "./overview/routes";
import { boardRoutes } from "./operators/board/routes";
import { operatorRoutes } from "./operators/routes";
import { authRoutes } from "./people/auth-routes";
import { guestRoutes } from "./people/guest-routes";
import { memberRoutes } from "./people/member-routes";
import { sessionRoutes } from "./people/session-routes";
import { notificationRoutes } from "./reports/routes";
import { sandboxRoutes } from "./sandbox/routes";
import { suppressionRoutes } from "./suppressions/routes";
import { unsubscribeRoutes } from "./suppressions/unsubscribes";
import { templateRoutes } from "./templates/routes";
import { webhookRoutes } from "./webhooks/routes";

const mailRoutes: readonly Route[] = [
  ...emailRoutes,
  ...messageRoutes,
  ...attachmentRoutes,
  ...explainRoutes,
  ...templateRoutes,
  ...imageRoutes,
  ...suppressionRoutes,
  ...unsubscribeRoutes,
  ...domainRoutes,
  ...apiKeyRoutes,
  ...accountRoutes,
  ...alertRoutes,
  ...analyticsRoutes,
  ...importRoutes,
  ...contactRoutes,
  ...formRoutes,
  ...segmentRoutes,
  ...topicRoutes,
  ...propertyRoutes,
  ...audienceRoutes,
  ...broadcastRoutes,
  ...broadcastActRoutes,
  ...overviewRoutes,
  ...sandboxRoutes,
  ...webhookRoutes,
  ...eventRoutes,
  ...logRoutes,
];

/** For accounts, by key or by session: what the tests of callers and tenants are made from. */
export const customerRoutes: readonly Route[] = [...mailRoutes, ...memberRoutes];

/** What the API's description and its client are made from. */
export const describedRoutes: readonly (Route | PersonRoute | GuestRoute)[] = [
  ...customerRoutes,
  ...sessionRoutes,
  ...guestRoutes,
];

/** Every route there is. The busiest first: a request passes every path before its own. */
export const routes: readonly AnyRoute[] = [
  ...notificationRoutes,
  ...mailRoutes,
  ...sessionRoutes,
  // Accepting an invitation comes before what is about one by its id.
  ...guestRoutes,
  ...memberRoutes,
  ...authRoutes,
  ...downloadRoutes,
  ...imageShowRoutes,
  ...leavingRoutes,
  ...publicFormRoutes,
  ...confirmRoutes,
  ...logoRoutes,
  ...exportRoutes,
  ...referenceRoutes(describedRoutes),
  ...healthRoutes,
  ...rootRoutes,
  ...assetRoutes(),
  ...mailFrameRoutes,
  ...operatorRoutes,
  ...boardRoutes,
];
