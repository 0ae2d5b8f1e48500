import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useAppeal } from "../acts";
import { MOST_CHARACTERS } from "../appeals";
import classes from "./reputation.module.css";

/** What an operator needs to decide, in the account's own words. */
export function AppealForm({ left }: { left: number }) {
  const { t } = useTranslation("reputation");
  const appeal = useAppeal();
  const form = useForm({ mode: "uncontrolled", initialValues: { message: "" } });
  const submit = ({ message }: { message: string }) =>
    appeal.mutate(message, {
      onError: (failure) => {
        const { fields, message: said } = asProblem(failure);
        form.setErrors({ message: fields[0]?.message ?? said });
      },
    });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(submit)}>
      <Textarea
        label={t("appeal.message")}
        description={t("appeal.hint")}
        required
        withAsterisk={false}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={MOST_CHARACTERS}
        key={form.key("message")}
        {...form.getInputProps("message")}
      />
      <div className={classes.foot}>
        <span className={classes.quiet}>{t("appeal.left", { count: left })}</span>
        <Button type="submit" loading={appeal.isPending}>
          {t("appeal.action")}
        </Button>
      </div>
    </form>
  );
}
