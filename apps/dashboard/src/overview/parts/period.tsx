import { useTranslation } from "react-i18next";
import { PeriodChoice } from "../../ui/days/period-choice";
import { MOST_DAYS } from "../span";
import { type OverviewView, PERIODS } from "../view";

interface Props {
  view: OverviewView;
  change(period: Pick<OverviewView, "period" | "from" | "to">): void;
}

/** The last 24 hours, 7 or 30 days, or days of one's own. */
export function Period({ view: { period = "week", from, to }, change }: Props) {
  const { t } = useTranslation("overview");
  return (
    <PeriodChoice
      periods={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
      period={period}
      days={{ from, to }}
      hint={t("customHint", { days: MOST_DAYS })}
      choose={(value) => change({ period: value === "week" ? undefined : value })}
      chooseDays={change}
    />
  );
}
