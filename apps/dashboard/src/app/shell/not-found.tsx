import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LinkButton } from "../../ui/page/link-button";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={Compass}
      title={t("notFound.title")}
      action={<LinkButton to="/overview">{t("notFound.action")}</LinkButton>}
    >
      {t("notFound.lead")}
    </EmptyState>
  );
}
