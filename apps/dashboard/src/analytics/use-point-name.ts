import { useTranslation } from "react-i18next";
import type { Span } from "./span";
import { pointName } from "./when";

/** Names points: "Thu, Mar 5"; of weeks, those that begin on a day. */
export function usePointName(granularity: Span["granularity"]): (name: string) => string {
  const { t, i18n } = useTranslation("analytics");
  return (name) => {
    const named = pointName(name, granularity, i18n.language);
    return granularity === "weekly" ? t("weekOf", { day: named }) : named;
  };
}
