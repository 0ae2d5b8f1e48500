import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../../api/problem";
import { useChangePassword } from "../security-acts";
import classes from "./settings.module.css";

/** Source: packages/core/src/people/rules.ts; the API has the last word. */
const SHORTEST_PASSWORD = 12;

export function PasswordForm() {
  const { t } = useTranslation("accounts");
  const change = useChangePassword();
  const form = useForm({ mode: "uncontrolled", initialValues: { currentPassword: "", newPassword: "" } });
  const save = (values: typeof form.values) =>
    change.mutate(values, {
      onSuccess: () => form.reset(),
      onError: (failure) => form.setErrors(errorsOf(asProblem(failure))),
    });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(save)}>
      <PasswordInput
        label={t("password.current")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        key={form.key("currentPassword")}
        {...form.getInputProps("currentPassword")}
      />
      <PasswordInput
        label={t("password.new")}
        description={t("password.hint", { count: SHORTEST_PASSWORD })}
        autoComplete="new-password"
        minLength={SHORTEST_PASSWORD}
        required
        withAsterisk={false}
        key={form.key("newPassword")}
        {...form.getInputProps("newPassword")}
      />
      <div className={classes.foot}>
        <span />
        <Button variant="default" type="submit" loading={change.isPending}>
          {t("password.action")}
        </Button>
      </div>
    </form>
  );
}

function errorsOf({ fields, message }: Problem): Record<string, string> {
  if (fields.length === 0) return { currentPassword: message };
  return Object.fromEntries(fields.map((field) => [field.field, field.message]));
}
