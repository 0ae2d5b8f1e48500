import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CustomDays } from "./custom-days";
import type { Days } from "./days";
import classes from "./period-choice.module.css";

interface Props<Period extends string> {
  periods: readonly { value: Period; label: string }[];
  /** Shown where no days are. */
  period: Period;
  days: Days;
  /** What days may be asked for, in a sentence. */
  hint: string;
  choose(period: Period): void;
  chooseDays(days: Days): void;
}

/** So many hours or days back from now, or days of one's own. */
export function PeriodChoice<Period extends string>(props: Props<Period>) {
  const { periods, period, days, hint, choose, chooseDays } = props;
  const { t } = useTranslation("ui");
  const [opened, setOpened] = useState(false);
  const custom = days.from !== undefined;
  return (
    <div className={classes.choice}>
      <SegmentedControl
        size="xs"
        aria-label={t("days.period")}
        value={custom ? "" : period}
        onChange={(value) => {
          const chosen = periods.find((each) => each.value === value);
          if (chosen) choose(chosen.value);
        }}
        data={[...periods]}
      />
      <CustomDays
        key={`${days.from} ${days.to}`}
        days={days}
        hint={hint}
        opened={opened}
        open={setOpened}
        change={(chosen) => {
          setOpened(false);
          chooseDays(chosen);
        }}
      />
    </div>
  );
}
