import {
  CalendarClock,
  Check,
  CircleDashed,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Minus,
  Pause,
  X,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";
import type { Meaning } from "../../../ui/text/status";
import type { BroadcastState } from "../../broadcast";

const SIGNS: Record<BroadcastState, { meaning: Meaning; icon: LucideIcon }> = {
  draft: { meaning: "idle", icon: CircleDashed },
  queued: { meaning: "going", icon: CalendarClock },
  sending: { meaning: "going", icon: LoaderCircle },
  paused: { meaning: "late", icon: Pause },
  sent: { meaning: "good", icon: Check },
  cancelling: { meaning: "late", icon: Hourglass },
  cancelled: { meaning: "idle", icon: Minus },
  failed: { meaning: "bad", icon: X },
};

export function StateBadge({ state }: { state: BroadcastState }) {
  const { t } = useTranslation("broadcasts");
  return <Badge {...SIGNS[state]}>{t(`state.${state}`)}</Badge>;
}
