import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function TemplatesPage() {
  const { t } = useTranslation("templates");
  return <Page title={t("title")}>{null}</Page>;
}
