import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Days } from "../days";
import { MOST_DAYS } from "../span";
import classes from "./period-choice.module.css";

interface Props {
  days: Days;
  change(days: Days): void;
}

/** The first and the last of the days. */
export function DaysForm({ days: { from = "", to = "" }, change }: Props) {
  const { t } = useTranslation("overview");
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { from, to },
    validate: { to: (value, all) => (value < all.from ? t("custom.order") : null) },
  });
  const field = (name: "from" | "to") => ({
    ...{ type: "date", size: "xs", required: true, withAsterisk: false },
    ...{ label: t(`custom.${name}`), key: form.key(name), ...form.getInputProps(name) },
  });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(change)}>
      <TextInput {...field("from")} />
      <TextInput {...field("to")} />
      <p className={classes.hint}>{t("custom.hint", { days: MOST_DAYS })}</p>
      <Button type="submit" variant="default">
        {t("custom.show")}
      </Button>
    </form>
  );
}
