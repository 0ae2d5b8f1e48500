import { Button, Popover, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import { day } from "../../ui/time/format";
import { MOST_DAYS } from "../span";
import classes from "./period-choice.module.css";

interface Days {
  from?: string;
  to?: string;
}

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
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { from, to },
    validate: { to: (value, all) => (value < all.from ? t("custom.order") : null) },
  });
  const named = (text: string) => day(Date.parse(`${text}T12:00`), i18n.language);
  const field = (name: "from" | "to") => ({
    ...{ type: "date", size: "xs", required: true, withAsterisk: false },
    ...{ label: t(`custom.${name}`), key: form.key(name), ...form.getInputProps(name) },
  });
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
        <form className={classes.form} onSubmit={form.onSubmit(change)}>
          <TextInput {...field("from")} />
          <TextInput {...field("to")} />
          <p className={classes.hint}>{t("custom.hint", { days: MOST_DAYS })}</p>
          <Button type="submit" variant="default">
            {t("custom.show")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
