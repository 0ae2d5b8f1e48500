import type { Person } from "./people";
import type { Showcase } from "./showcase";

/** A page as it is looked at by tests of all pages, and by `npm run shots`. */
export interface Place {
  name: string;
  path: (showcase: Showcase) => string;
  /** Who looks at it; by default the account's owner. */
  as?: "operator" | "nobody" | "suspended";
  mode?: "test";
}

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
  { name: "email-scheduled", path: ({ scheduled }) => `/emails/${scheduled}` },
  { name: "email-unknown", path: () => "/emails/msg_unknown" },
  { name: "templates", path: () => "/templates" },
  { name: "template", path: ({ template }) => `/templates/${template}` },
  { name: "template-versions", path: ({ template }) => `/templates/${template}/versions` },
  { name: "domains", path: () => "/domains" },
  { name: "domain", path: ({ domain }) => `/domains/${domain}` },
  { name: "api-keys", path: () => "/api-keys" },
  { name: "webhooks", path: () => "/webhooks" },
  { name: "webhook", path: ({ webhook }) => `/webhooks/${webhook}` },
  { name: "suppressions", path: () => "/suppressions" },
  { name: "suppression", path: () => "/suppressions/gone@example.com" },
  ...["account", "members", "security", "sessions", "audit-log", "data"].map((part) => ({
    name: `settings-${part}`,
    path: () => `/settings/${part}`,
  })),
  { name: "suspension", path: () => "/suspension", as: "suspended" },
  { name: "suspended-overview", path: () => "/overview", as: "suspended" },
  { name: "sandbox", path: () => "/sandbox" },
  { name: "sandbox-none", path: () => "/sandbox", mode: "test" },
  { name: "operator", path: () => "/operator", as: "operator" },
  ...["accounts", "review-cases", "appeals", "dead-letters", "pace", "ledger", "audit-log"].map(
    (part): Place => ({ name: `operator-${part}`, path: () => `/operator/${part}`, as: "operator" }),
  ),
  {
    name: "operator-account",
    path: ({ suspended }) => `/operator/accounts/${suspended.accountId}`,
    as: "operator",
  },
  {
    name: "operator-case",
    path: ({ reviewCase }) => `/operator/review-cases/${reviewCase}`,
    as: "operator",
  },
  { name: "not-found", path: () => "/emails/a/b" },
];
