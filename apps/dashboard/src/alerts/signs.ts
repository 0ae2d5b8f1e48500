import type { Alert } from "@sendex/sdk/generated/api";
import type { LinkProps } from "@tanstack/react-router";
import {
  CornerDownLeft,
  Hourglass,
  KeyRound,
  type LucideIcon,
  Megaphone,
  TrendingUp,
  Webhook,
} from "lucide-react";
import type { Meaning } from "../ui/text/status";

/** How grave a kind is, and its sign. */
export const SIGNS: Record<Alert["kind"], { meaning: Meaning; icon: LucideIcon }> = {
  volume: { meaning: "late", icon: TrendingUp },
  bounce_rate: { meaning: "bad", icon: CornerDownLeft },
  complaint_rate: { meaning: "bad", icon: Megaphone },
  deferrals: { meaning: "late", icon: Hourglass },
  webhook_failing: { meaning: "late", icon: Webhook },
  key_network: { meaning: "bad", icon: KeyRound },
};

/** Where an alert's cause is looked at, or mended. */
export function placeOf({ kind, value }: Alert): Pick<LinkProps, "to" | "search" | "params"> {
  switch (kind) {
    case "volume":
      return { to: "/emails" };
    case "bounce_rate":
      return { to: "/emails", search: { status: "bounced" } };
    case "complaint_rate":
      return { to: "/emails", search: { status: "complained" } };
    case "deferrals":
      return { to: "/emails", search: { status: "deferred" } };
    case "webhook_failing":
      return { to: "/webhooks/$id", params: { id: value } };
    case "key_network":
      return { to: "/api-keys" };
  }
}
