import { CircleCheck, OctagonX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import type { Standing } from "../answers";

export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation("operators");
  return (
    <Badge
      meaning={standing === "active" ? "good" : "bad"}
      icon={standing === "active" ? CircleCheck : OctagonX}
    >
      {t(`standing.${standing}`)}
    </Badge>
  );
}
