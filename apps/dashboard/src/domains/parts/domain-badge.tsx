import { Check, Hourglass, type LucideIcon, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import type { Meaning } from "../../ui/text/status";
import type { ListedDomain } from "../queries";

const SIGNS: Record<ListedDomain["status"], [Meaning, LucideIcon]> = {
  pending: ["late", Hourglass],
  verified: ["good", Check],
  failed: ["bad", X],
};

export function DomainBadge({ status }: Pick<ListedDomain, "status">) {
  const { t } = useTranslation("domains");
  const [meaning, icon] = SIGNS[status];
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`status.${status}`)}
    </Badge>
  );
}
