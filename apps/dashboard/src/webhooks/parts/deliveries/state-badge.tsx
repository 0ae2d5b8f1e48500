import { Check, CircleDashed, Hourglass, type LucideIcon, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";
import type { Meaning } from "../../../ui/text/status";
import type { State } from "../../view";

const SIGNS: Record<State, [Meaning, LucideIcon]> = {
  pending: ["idle", CircleDashed],
  attempting: ["late", Hourglass],
  success: ["good", Check],
  failed: ["bad", X],
};

/** Of a delivery. */
export function StateBadge({ status }: { status: State }) {
  const { t } = useTranslation("webhooks");
  const [meaning, icon] = SIGNS[status];
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`state.${status}`)}
    </Badge>
  );
}
