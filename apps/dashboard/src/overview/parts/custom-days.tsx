import { Button, Popover } from "@mantine/core";
import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import { later } from "../../ui/later/later";
import { day } from "../../ui/time/format";
import type { Days } from "../days";

const DaysForm = later(() => import("./days-form"), "DaysForm");

interface Props {
  days: Days;
  opened: boolean;
  open(opened: boolean): void;
  change(days: Days): void;
}

/** Two days, both included. */
export function CustomDays({ days, opened, open, change }: Props) {
  const { t, i18n } = useTranslation("overview");
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
          {from === "" ? t("period.custom") : `${named(from)} – ${named(to)}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <DaysForm days={days} change={change} />
      </Popover.Dropdown>
    </Popover>
  );
}
