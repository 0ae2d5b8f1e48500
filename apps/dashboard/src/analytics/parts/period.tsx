import { useTranslation } from "react-i18next";
import { PeriodChoice } from "../../ui/days/period-choice";
import { MOST_DAYS } from "../span";
import { type AnalyticsView, PERIODS } from "../view";

interface Props {
  view: AnalyticsView;
  look(some: AnalyticsView): void;
}

/** The last 24 hours, 7, 30 or 90 days, or days of one's own. */
export function Period({ view: { period = "week", from, to }, look }: Props) {
  const { t } = useTranslation("analytics");
  return (
    <PeriodChoice
      periods={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
      period={period}
      days={{ from, to }}
      hint={t("customHint", { days: MOST_DAYS })}
      choose={(value) =>
        look({ period: value === "week" ? undefined : value, from: undefined, to: undefined })
      }
      chooseDays={(days) => look({ ...days, period: undefined })}
    />
  );
}
