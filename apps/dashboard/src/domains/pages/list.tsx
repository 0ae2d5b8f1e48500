import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function DomainsPage() {
  const { t } = useTranslation("domains");
  return <Page title={t("title")}>{null}</Page>;
}
