import { CornerDownLeft, type LucideIcon, MailMinus, Megaphone, PenLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import type { Meaning } from "../../ui/text/status";
import type { Suppression } from "../queries";

const SIGNS: Record<Suppression["reason"], [Meaning, LucideIcon]> = {
  complaint: ["complaint", Megaphone],
  unsubscribed: ["late", MailMinus],
  manual: ["idle", PenLine],
  bounce: ["bad", CornerDownLeft],
};

export function ReasonBadge({ reason }: Pick<Suppression, "reason">) {
  const { t } = useTranslation("suppressions");
  const [meaning, icon] = SIGNS[reason];
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`reason.${reason}`)}
    </Badge>
  );
}
