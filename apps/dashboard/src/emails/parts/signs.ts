import {
  CircleCheck,
  Inbox,
  type LucideIcon,
  MailOpen,
  MousePointerClick,
  RotateCw,
  Webhook,
} from "lucide-react";
import { type Meaning, SIGNS, STATUSES } from "../../ui/text/status";

interface Sign {
  meaning: Meaning;
  icon: LucideIcon;
}

/** Of the codes that name no status; they are those of `GET /api/v1/emails/:id/explain`. */
const OTHERS: Record<string, Sign> = {
  accepted: { meaning: "idle", icon: Inbox },
  attempt_sent: SIGNS.sent,
  attempt_started: SIGNS.sending,
  attempt_refused: SIGNS.failed,
  settled_sent: SIGNS.sent,
  settled_resend: { meaning: "late", icon: RotateCw },
  clicked: { meaning: "good", icon: MousePointerClick },
  opened: { meaning: "good", icon: MailOpen },
  not_spam: { meaning: "good", icon: CircleCheck },
  released: { meaning: "good", icon: CircleCheck },
  dead_lettered: SIGNS.failed,
  compose_failed: SIGNS.failed,
  unsubscribed: SIGNS.suppressed,
  webhook: { meaning: "idle", icon: Webhook },
};

/** How a sentence of the explanation is marked. */
export function signOf(code: string): Sign {
  const status = STATUSES.find((word) => word === code);
  if (status) return SIGNS[status];
  return OTHERS[code] ?? (isWait(code) ? SIGNS.deferred : SIGNS.queued);
}

function isWait(code: string): boolean {
  return /^(attempt_|paused|source_paused|paced|unknown|retry)/.test(code);
}
