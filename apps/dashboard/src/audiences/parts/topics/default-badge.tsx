import type { Topic } from "@sendex/sdk/generated/api";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";

/** Whether those who never chose get its mail. */
export function DefaultBadge({ word }: { word: Topic["default_subscription"] }) {
  const { t } = useTranslation("audiences");
  return word === "opt_in" ? (
    <Badge meaning="good" icon={CircleCheck}>
      {t("default.opt_in")}
    </Badge>
  ) : (
    <Badge meaning="idle" icon={CircleDashed}>
      {t("default.opt_out")}
    </Badge>
  );
}
