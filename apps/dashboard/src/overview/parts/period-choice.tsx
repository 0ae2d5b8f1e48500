import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OverviewView, PERIODS } from "../view";
import { CustomDays } from "./custom-days";
import classes from "./period-choice.module.css";

interface Props {
  view: OverviewView;
  change(period: Pick<OverviewView, "period" | "from" | "to">): void;
}

/** The last 24 hours, 7 or 30 days, or days of one's own. */
export function PeriodChoice({ view: { period = "week", from, to }, change }: Props) {
  const { t } = useTranslation("overview");
  const [opened, setOpened] = useState(false);
  const custom = from !== undefined;
  return (
    <div className={classes.choice}>
      <SegmentedControl
        size="xs"
        aria-label={t("period")}
        value={custom ? "" : period}
        onChange={(value) => change({ period: PERIODS.find((each) => each === value && each !== "week") })}
        data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      <CustomDays
        key={`${from} ${to}`}
        days={custom ? { from, to } : {}}
        opened={opened}
        open={setOpened}
        change={(days) => {
          setOpened(false);
          change(days);
        }}
      />
    </div>
  );
}
