import {
  Ban,
  CalendarClock,
  Check,
  CircleDashed,
  CornerDownLeft,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Megaphone,
  Minus,
  Pause,
  Send,
  X,
} from "lucide-react";

/** The words of `GET /api/v1/emails`, in the order of docs/api.md "Status". */
export const STATUSES = [
  ...(["scheduled", "held", "queued", "sending", "deferred", "sent"] as const),
  ...(["complained", "bounced", "failed", "delivered", "suppressed", "cancelled"] as const),
];
export type Status = (typeof STATUSES)[number];

/** What a state means to a person; `ui/tokens.css` has its colours. */
export type Meaning = "good" | "going" | "late" | "bad" | "complaint" | "idle";

/** Each status by colour and, for those who see no colour, by sign. */
export const SIGNS: Record<Status, { meaning: Meaning; icon: LucideIcon }> = {
  scheduled: { meaning: "going", icon: CalendarClock },
  held: { meaning: "late", icon: Pause },
  queued: { meaning: "idle", icon: CircleDashed },
  sending: { meaning: "going", icon: LoaderCircle },
  deferred: { meaning: "late", icon: Hourglass },
  sent: { meaning: "going", icon: Send },
  complained: { meaning: "complaint", icon: Megaphone },
  bounced: { meaning: "bad", icon: CornerDownLeft },
  failed: { meaning: "bad", icon: X },
  delivered: { meaning: "good", icon: Check },
  suppressed: { meaning: "idle", icon: Ban },
  cancelled: { meaning: "idle", icon: Minus },
};
