import { Button, Popover, TextInput } from "@mantine/core";
import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../time/clock";
import { day } from "../time/format";
import { type Period, type Preset, presetOf, PRESETS, presetPeriod } from "./period";
import bar from "./filter-bar.module.css";
import classes from "./period-filter.module.css";

interface Props {
  value: Period;
  change(period: Period): void;
}

/** A few days, by name or by their first and last. */
export function PeriodFilter({ value, change }: Props) {
  const { t } = useTranslation("ui");
  const [opened, setOpened] = useState(false);
  const today = new Date(now());
  const choose = (period: Period) => {
    change(period);
    setOpened(false);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      radius="md"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<CalendarDays size={14} />}
          onClick={() => setOpened(!opened)}
          className={bar.choice}
          data-set={value.from !== undefined || value.to !== undefined}
        >
          <Named period={value} today={today} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <Presets chosen={presetOf(value, today)} today={today} choose={choose} />
        <div className={classes.days}>
          <Day label={t("period.from")} value={value.from} change={(from) => change({ ...value, from })} />
          <Day label={t("period.to")} value={value.to} change={(to) => change({ ...value, to })} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface PresetsProps {
  chosen: Preset | undefined;
  today: Date;
  choose(period: Period): void;
}

function Presets({ chosen, today, choose }: PresetsProps) {
  const { t } = useTranslation("ui");
  return (
    <div className={classes.presets}>
      {PRESETS.map((preset) => (
        <Button
          key={preset}
          variant={chosen === preset ? "light" : "subtle"}
          color={chosen === preset ? "accent" : "gray"}
          justify="flex-start"
          onClick={() => choose(presetPeriod(preset, today))}
        >
          {t(`period.${preset}`)}
        </Button>
      ))}
      <Button variant="subtle" color="gray" justify="flex-start" onClick={() => choose({})}>
        {t("period.any")}
      </Button>
    </div>
  );
}

function Named({ period, today }: { period: Period; today: Date }) {
  const { t, i18n } = useTranslation("ui");
  const preset = presetOf(period, today);
  if (preset) return t(`period.${preset}`);
  const { from, to } = period;
  if (from === undefined && to === undefined) return t("period.any");
  const named = (text: string | undefined) =>
    text === undefined ? "" : day(Date.parse(`${text}T12:00`), i18n.language);
  return `${named(from)} – ${named(to)}`;
}

interface DayProps {
  label: string;
  value: string | undefined;
  change(value: string | undefined): void;
}

function Day({ label, value = "", change }: DayProps) {
  return (
    <TextInput
      type="date"
      size="xs"
      label={label}
      value={value}
      onChange={(event) => change(event.currentTarget.value || undefined)}
    />
  );
}
