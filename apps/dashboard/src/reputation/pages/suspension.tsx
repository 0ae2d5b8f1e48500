import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function SuspensionPage() {
  const { t } = useTranslation("reputation");
  return <Page title={t("title")}>{null}</Page>;
}
