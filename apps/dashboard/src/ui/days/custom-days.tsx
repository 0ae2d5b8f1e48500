import { Button, Popover } from "@mantine/core";
import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import { later } from "../later/later";
import { day } from "../time/format";
import type { Days } from "./days";

const DaysForm = later(() => import("./days-form"), "DaysForm");

interface Props {
  days: Days;
  /** What may be asked for, in a sentence. */
  hint: string;
  opened: boolean;
  open(opened: boolean): void;
  change(days: Days): void;
}

/** Two days, both included. */
export function CustomDays({ days, hint, opened, open, change }: Props) {
  const { t, i18n } = useTranslation("ui");
  const { from = "", to = "" } = days;
  const named = (text: string) => day(Date.parse(`${text}T12:00`), i18n.language);
  return (
    <Popover
      opened={opened}
      onChange={open}
      position="bottom-end"
      radius="md"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="default" leftSection={<CalendarDays size={14} />} onClick={() => open(!opened)}>
          {from === "" ? t("days.custom") : `${named(from)} – ${named(to)}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <DaysForm days={days} hint={hint} change={change} />
      </Popover.Dropdown>
    </Popover>
  );
}
