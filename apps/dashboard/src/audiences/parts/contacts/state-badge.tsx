import type { ListedContact } from "@sendex/sdk/generated/api";
import { Check, Hourglass, MailMinus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";

/** Whether a contact gets mail that one can leave. */
export function StateBadge({ contact }: { contact: Pick<ListedContact, "state" | "unsubscribed"> }) {
  const { t } = useTranslation("audiences");
  if (contact.state === "pending")
    return (
      <Badge meaning="idle" icon={Hourglass}>
        {t("state.pending")}
      </Badge>
    );
  return contact.unsubscribed ? (
    <Badge meaning="late" icon={MailMinus}>
      {t("state.unsubscribed")}
    </Badge>
  ) : (
    <Badge meaning="good" icon={Check}>
      {t("state.subscribed")}
    </Badge>
  );
}
