import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Days } from "./days";
import classes from "./period-choice.module.css";

interface Props {
  days: Days;
  hint: string;
  change(days: Days): void;
}

/** The first and the last of the days. */
export function DaysForm({ days: { from = "", to = "" }, hint, change }: Props) {
  const { t } = useTranslation("ui");
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { from, to },
    validate: { to: (value, all) => (value < all.from ? t("days.order") : null) },
  });
  const field = (name: "from" | "to") => ({
    ...{ type: "date", size: "xs", required: true, withAsterisk: false },
    ...{ label: t(`days.${name}`), key: form.key(name), ...form.getInputProps(name) },
  });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(change)}>
      <TextInput {...field("from")} />
      <TextInput {...field("to")} />
      <p className={classes.hint}>{hint}</p>
      <Button type="submit" variant="default">
        {t("days.show")}
      </Button>
    </form>
  );
}
