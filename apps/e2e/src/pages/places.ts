import { AUDIENCE_PLACES } from "./audience-places";
import type { Person } from "./people";
import type { Place } from "./place";
import type { Showcase } from "./showcase";

/** Who looks at a place; undefined: nobody who is signed in. */
export function viewerOf(
  { as }: Place,
  owner: Person,
  { operator, suspended }: Showcase,
): Person | undefined {
  const others = { operator, suspended: suspended.owner, nobody: undefined };
  return as === undefined ? owner : others[as];
}

export interface Viewing {
  /** Says who looks, and in which world. */
  name: string;
  places: readonly [Place, ...Place[]];
}

/** The places by who looks at them in which world: one window of theirs is enough for all. */
export function viewings(only: (place: Place) => boolean = () => true): Viewing[] {
  const named = new Map<string, [Place, ...Place[]]>();
  for (const place of PLACES.filter(only)) {
    const name = `${place.as ?? "owner"}, ${place.mode ?? "live"}`;
    const places = named.get(name);
    if (places) places.push(place);
    else named.set(name, [place]);
  }
  return [...named].map(([name, places]) => ({ name, places }));
}

/** Every page there is. A chapter that gets one adds it here. */
const PLACES: readonly Place[] = [
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
  {
    name: "email-scheduled",
    path: ({ scheduled }) => `/emails/${scheduled}`,
    dialogs: [
      { by: ["Reschedule"], title: "Reschedule" },
      { by: ["Cancel email"], title: "Cancel this email?" },
    ],
  },
  { name: "email-unknown", path: () => "/emails/msg_unknown" },
  { name: "analytics", path: () => "/analytics?period=month" },
  { name: "analytics-filtered", path: () => "/analytics?tag=campaign%3Aspring&show=bounce_rate" },
  { name: "analytics-providers", path: () => "/analytics?period=day&by=provider&as=table&show=delay_p95" },
  { name: "analytics-none", path: () => "/analytics", mode: "test" },
  {
    name: "templates",
    path: () => "/templates",
    dialogs: [{ by: ["New template"], title: "New template" }],
  },
  {
    name: "template",
    path: ({ template }) => `/templates/${template}`,
    dialogs: [
      { by: ["Send test"], title: "Send a test mail" },
      { by: ["Publish"], title: "Publish this version?" },
      { by: ["More", "Name and alias"], title: "Name and alias" },
      { by: ["More", "Delete"], title: /^Delete “/ },
    ],
  },
  { name: "template-versions", path: ({ template }) => `/templates/${template}/versions` },
  {
    name: "domains",
    path: () => "/domains",
    dialogs: [{ by: ["Add domain"], title: "Add domain" }],
  },
  {
    name: "domain",
    path: ({ domain }) => `/domains/${domain}`,
    dialogs: [{ by: ["Delete domain"], title: /^Delete / }],
  },
  {
    name: "api-keys",
    path: () => "/api-keys",
    dialogs: [{ by: ["Create API key"], title: "Create API key" }],
  },
  {
    name: "webhooks",
    path: () => "/webhooks",
    dialogs: [{ by: ["Add endpoint"], title: "Add endpoint" }],
  },
  {
    name: "webhook",
    path: ({ webhook }) => `/webhooks/${webhook}`,
    dialogs: [
      { by: ["Send test event"], title: "Send a test event" },
      { by: ["More actions", "Edit endpoint"], title: "Edit endpoint" },
      { by: ["More actions", "Rotate secret"], title: "Rotate the signing secret" },
      { by: ["More actions", "Replay failed"], title: "Replay failed deliveries" },
      { by: ["More actions", "Disable endpoint"], title: "Disable this endpoint?" },
      { by: ["More actions", "Delete endpoint"], title: "Delete this endpoint?" },
    ],
  },
  {
    name: "suppressions",
    path: () => "/suppressions",
    dialogs: [
      { by: ["Add addresses"], title: "Stop mail to addresses" },
      { by: ["Import CSV"], title: "Import suppressions" },
    ],
  },
  { name: "suppression", path: () => "/suppressions/gone@example.com" },
  ...AUDIENCE_PLACES,
  { name: "logs", path: () => "/logs" },
  { name: "logs-refused", path: () => "/logs?status=4xx" },
  { name: "log", path: ({ call }) => `/logs/${call}` },
  { name: "alerts", path: () => "/alerts" },
  { name: "alerts-test", path: () => "/alerts", mode: "test" },
  {
    name: "settings-members",
    path: () => "/settings/members",
    dialogs: [{ by: ["Invite"], title: "Invite somebody" }],
  },
  {
    name: "settings-security",
    path: () => "/settings/security",
    dialogs: [{ by: ["Turn on"], title: "Turn two-factor authentication on" }],
  },
  { name: "settings-smtp", path: () => "/settings/smtp" },
  {
    name: "settings-data",
    path: () => "/settings/data",
    dialogs: [
      { by: ["Keep the content of mails"], title: "Keep no content?" },
      { by: ["Erase the account"], title: "Erase the account for good?" },
    ],
  },
  ...["account", "sessions", "audit-log"].map((part) => ({
    name: `settings-${part}`,
    path: () => `/settings/${part}`,
  })),
  { name: "suspension", path: () => "/suspension", as: "suspended" },
  { name: "suspended-overview", path: () => "/overview", as: "suspended" },
  { name: "sandbox", path: () => "/sandbox" },
  { name: "sandbox-none", path: () => "/sandbox", mode: "test" },
  { name: "operator", path: () => "/operator", as: "operator" },
  {
    name: "operator-appeals",
    path: () => "/operator/appeals",
    as: "operator",
    dialogs: [
      { by: ["Deny"], title: "Deny the appeal?" },
      { by: ["Grant"], title: "Grant the appeal?" },
    ],
  },
  ...["accounts", "review-cases", "dead-letters", "pace", "ledger", "audit-log"].map((part): Place => ({
    name: `operator-${part}`,
    path: () => `/operator/${part}`,
    as: "operator",
  })),
  {
    name: "operator-account",
    path: ({ suspended }) => `/operator/accounts/${suspended.accountId}`,
    as: "operator",
    dialogs: [
      { by: ["Tier and guideline"], title: "Tier and guideline" },
      { by: ["Reinstate"], title: /^Reinstate / },
      { by: ["Grant"], title: "Grant credits" },
    ],
  },
  {
    name: "operator-case",
    path: ({ reviewCase }) => `/operator/review-cases/${reviewCase}`,
    as: "operator",
    dialogs: [
      { by: ["Legitimate"], title: "Call it legitimate?" },
      { by: ["Abuse"], title: "Call it abuse?" },
    ],
  },
  { name: "not-found", path: () => "/emails/a/b" },
];
