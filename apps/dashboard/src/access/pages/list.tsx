import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function KeysPage() {
  const { t } = useTranslation("access");
  return <Page title={t("title")}>{null}</Page>;
}
