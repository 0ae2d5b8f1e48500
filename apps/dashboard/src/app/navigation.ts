import type { LinkProps } from "@tanstack/react-router";
import {
  Ban,
  BellRing,
  ChartLine,
  ClipboardPen,
  FileCode2,
  Gauge,
  Globe,
  Inbox,
  KeyRound,
  Layers,
  type LucideIcon,
  Mail,
  Radio,
  ScrollText,
  Settings,
  ShieldCheck,
  Tags,
  UsersRound,
  Webhook,
} from "lucide-react";
import type { ParseKeys } from "i18next";

export interface Place {
  to: NonNullable<LinkProps["to"]>;
  text: ParseKeys;
  icon: LucideIcon;
  /** The second key, after g. */
  key: string;
}

/** The main navigation, in its order; names and paths are those of docs/dashboard.md. */
export const PLACES: Place[] = [
  { to: "/overview", text: "nav.overview", icon: Gauge, key: "o" },
  { to: "/emails", text: "nav.emails", icon: Mail, key: "e" },
  { to: "/analytics", text: "nav.analytics", icon: ChartLine, key: "a" },
  { to: "/templates", text: "nav.templates", icon: FileCode2, key: "t" },
  { to: "/domains", text: "nav.domains", icon: Globe, key: "d" },
  { to: "/api-keys", text: "nav.apiKeys", icon: KeyRound, key: "k" },
  { to: "/webhooks", text: "nav.webhooks", icon: Webhook, key: "w" },
  { to: "/suppressions", text: "nav.suppressions", icon: Ban, key: "s" },
  { to: "/contacts", text: "nav.contacts", icon: UsersRound, key: "c" },
  { to: "/segments", text: "nav.segments", icon: Layers, key: "g" },
  { to: "/topics", text: "nav.topics", icon: Tags, key: "b" },
  { to: "/forms", text: "nav.forms", icon: ClipboardPen, key: "f" },
  { to: "/broadcasts", text: "nav.broadcasts", icon: Radio, key: "r" },
  { to: "/alerts", text: "nav.alerts", icon: BellRing, key: "n" },
  { to: "/logs", text: "nav.logs", icon: ScrollText, key: "l" },
  { to: "/settings", text: "nav.settings", icon: Settings, key: "," },
];

/** Shown in test mode alone: where its mail ends. */
export const SANDBOX: Place = { to: "/sandbox", text: "nav.sandbox", icon: Inbox, key: "i" };

/** For people who run the installation. */
export const OPERATOR: Place = { to: "/operator", text: "nav.operator", icon: ShieldCheck, key: "p" };

/**
 * Every place that a person may go to; the sandbox is shown in test mode alone, but its key always leads there. An operator
 * may be a member of no account.
 */
export function placesOf({
  user,
  accounts,
}: {
  user: { operator: boolean };
  accounts: readonly object[];
}): Place[] {
  const ofAccount = accounts.length > 0 ? [...PLACES, SANDBOX] : [];
  return [...ofAccount, ...(user.operator ? [OPERATOR] : [])];
}
