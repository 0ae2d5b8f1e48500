import { Building2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";

/** Somebody who was removed from their last account, or not invited to any yet. */
export function NoAccount() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Building2} title={t("noAccount.title")}>
      {t("noAccount.lead")}
    </EmptyState>
  );
}
