import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function SuppressionsPage() {
  const { t } = useTranslation("suppressions");
  return <Page title={t("title")}>{null}</Page>;
}
