import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function OperatorPage() {
  const { t } = useTranslation("operators");
  return <Page title={t("title")}>{null}</Page>;
}
