import type { Attention } from "@sendex/sdk/generated/api";
import type { LinkProps } from "@tanstack/react-router";
import {
  BellRing,
  CirclePause,
  Coins,
  Globe,
  type LucideIcon,
  OctagonX,
  TrendingUp,
  Unplug,
  Webhook,
} from "lucide-react";
import type { Meaning } from "../ui/text/status";

/** What stands in the list; that no mail was sent yet is what the guide is for. */
export type Need = Exclude<Attention, { kind: "no_message_yet" }>;

/** How grave it is, and where it is mended. */
interface Sign {
  meaning: Meaning;
  icon: LucideIcon;
  link: Pick<LinkProps, "to" | "search" | "params">;
}

const SIGNS: Record<Need["kind"], Sign> = {
  suspended: { meaning: "bad", icon: OctagonX, link: { to: "/suspension" } },
  bounce_rate_warning: {
    meaning: "late",
    icon: TrendingUp,
    link: { to: "/emails", search: { status: "bounced" } },
  },
  source_paused: { meaning: "late", icon: CirclePause, link: { to: "/suspension" } },
  alert: { meaning: "bad", icon: BellRing, link: { to: "/alerts" } },
  credits_low: { meaning: "late", icon: Coins, link: { to: "/settings" } },
  no_domain: { meaning: "going", icon: Globe, link: { to: "/domains" } },
  domain_unverified: { meaning: "late", icon: Globe, link: { to: "/domains" } },
  webhook_disabled: { meaning: "bad", icon: Unplug, link: { to: "/webhooks" } },
  webhook_failing: { meaning: "late", icon: Webhook, link: { to: "/webhooks" } },
};

export function signOf(need: Need): Sign {
  const sign = SIGNS[need.kind];
  const one = PAGES[need.kind];
  return one && "id" in need ? { ...sign, link: { to: one, params: { id: need.id } } } : sign;
}

/** The page of the one thing that is meant, in place of its list. */
const PAGES: Partial<Record<Need["kind"], "/domains/$id" | "/webhooks/$id">> = {
  domain_unverified: "/domains/$id",
  webhook_disabled: "/webhooks/$id",
  webhook_failing: "/webhooks/$id",
};

/** @param items the gravest first */
export function needsOf(items: Attention[]): Need[] {
  return items.filter((item) => item.kind !== "no_message_yet");
}

export function isEmpty(items: Attention[]): boolean {
  return items.some(({ kind }) => kind === "no_message_yet");
}
