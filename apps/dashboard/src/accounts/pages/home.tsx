import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function SettingsPage() {
  const { t } = useTranslation("accounts");
  return <Page title={t("title")}>{null}</Page>;
}
