import { Check, MailMinus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";

/** Whether a contact gets mail that one can leave. */
export function StateBadge({ unsubscribed }: { unsubscribed: boolean }) {
  const { t } = useTranslation("audiences");
  return unsubscribed ? (
    <Badge meaning="late" icon={MailMinus}>
      {t("state.unsubscribed")}
    </Badge>
  ) : (
    <Badge meaning="good" icon={Check}>
      {t("state.subscribed")}
    </Badge>
  );
}
