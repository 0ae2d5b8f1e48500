import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";

/** Source: packages/core/src/content/retention.ts. */
export const CONTENT_KEPT_DAYS = 30;

/** How long what stays where. */
export function Retention({ keeps }: { keeps: boolean }) {
  const { t } = useTranslation("accounts");
  const content = keeps ? t("retention.days", { count: CONTENT_KEPT_DAYS }) : t("retention.settled");
  return (
    <Facts
      facts={[
        [t("retention.content"), content],
        [t("retention.subject"), content],
        [t("retention.metadata"), t("retention.stays")],
        [t("retention.sealed"), t("retention.sealedLead")],
      ]}
    />
  );
}
