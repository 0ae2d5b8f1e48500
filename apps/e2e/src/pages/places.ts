import type { Showcase } from "./showcase";

/** A page as it is looked at by tests of all pages, and by `npm run shots`. */
export interface Place {
  name: string;
  path: (showcase: Showcase) => string;
  /** Who looks at it; by default the account's owner. */
  as?: "operator" | "nobody";
  mode?: "test";
}

/** Every page there is. A chapter that gets one adds it here. */
export const PLACES: readonly Place[] = [
  { name: "sign-in", path: () => "/sign-in", as: "nobody" },
  { name: "forgot-password", path: () => "/forgot-password", as: "nobody" },
  { name: "reset-password", path: () => "/reset-password?token=x", as: "nobody" },
  { name: "accept-invitation", path: () => "/accept-invitation?token=x", as: "nobody" },
  { name: "overview", path: () => "/overview" },
  { name: "emails", path: () => "/emails" },
  { name: "emails-bounced", path: () => "/emails?status=bounced" },
  { name: "emails-none", path: () => "/emails", mode: "test" },
  { name: "email", path: ({ bounced }) => `/emails/${bounced}` },
  { name: "email-text", path: ({ bounced }) => `/emails/${bounced}?tab=text` },
  { name: "email-source", path: ({ bounced }) => `/emails/${bounced}?tab=source` },
  { name: "email-files", path: ({ bounced }) => `/emails/${bounced}?tab=files` },
  { name: "email-scheduled", path: ({ scheduled }) => `/emails/${scheduled}` },
  { name: "email-unknown", path: () => "/emails/msg_unknown" },
  { name: "templates", path: () => "/templates" },
  { name: "domains", path: () => "/domains" },
  { name: "api-keys", path: () => "/api-keys" },
  { name: "webhooks", path: () => "/webhooks" },
  { name: "suppressions", path: () => "/suppressions" },
  { name: "settings", path: () => "/settings" },
  { name: "sandbox", path: () => "/sandbox", mode: "test" },
  { name: "operator", path: () => "/operator", as: "operator" },
  { name: "not-found", path: () => "/emails/a/b" },
];
