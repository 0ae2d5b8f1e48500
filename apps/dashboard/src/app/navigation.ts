import type { LinkProps } from "@tanstack/react-router";
import {
  Ban,
  FileCode2,
  Gauge,
  Globe,
  Inbox,
  KeyRound,
  type LucideIcon,
  Mail,
  Settings,
  ShieldCheck,
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
  { to: "/templates", text: "nav.templates", icon: FileCode2, key: "t" },
  { to: "/domains", text: "nav.domains", icon: Globe, key: "d" },
  { to: "/api-keys", text: "nav.apiKeys", icon: KeyRound, key: "k" },
  { to: "/webhooks", text: "nav.webhooks", icon: Webhook, key: "w" },
  { to: "/suppressions", text: "nav.suppressions", icon: Ban, key: "s" },
  { to: "/settings", text: "nav.settings", icon: Settings, key: "," },
];

/** Shown in test mode alone: where its mail ends. */
export const SANDBOX: Place = { to: "/sandbox", text: "nav.sandbox", icon: Inbox, key: "i" };

/** For people who run the installation. */
export const OPERATOR: Place = { to: "/operator", text: "nav.operator", icon: ShieldCheck, key: "p" };

/** What a person can go to. @param mode of an account; undefined: she is a member of none */
export function placesOf(mode: "live" | "test" | undefined, operator: boolean): Place[] {
  const ofAccount = mode === undefined ? [] : [...PLACES, ...(mode === "test" ? [SANDBOX] : [])];
  return [...ofAccount, ...(operator ? [OPERATOR] : [])];
}
