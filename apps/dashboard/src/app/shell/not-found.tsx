import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LinkButton } from "../../ui/page/link-button";
import { Page } from "../../ui/page/page";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")}>
      <EmptyState
        icon={Compass}
        title={t("notFound.lead")}
        action={<LinkButton to="/overview">{t("notFound.action")}</LinkButton>}
      />
    </Page>
  );
}
