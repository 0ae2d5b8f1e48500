import type { Webhook } from "@sendex/sdk/generated/api";
import { Check, type LucideIcon, Power, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import type { Meaning } from "../../ui/text/status";
import { type Health, healthOf } from "../health";

const SIGNS: Record<Health, [Meaning, LucideIcon]> = {
  well: ["good", Check],
  failing: ["late", TriangleAlert],
  disabled: ["idle", Power],
};

export function HealthBadge({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const health = healthOf(webhook);
  const [meaning, icon] = SIGNS[health];
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`health.${health}`)}
    </Badge>
  );
}
