import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";

export function InboxPage() {
  const { t } = useTranslation("sandbox");
  return <Page title={t("title")}>{null}</Page>;
}
