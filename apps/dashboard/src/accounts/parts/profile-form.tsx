import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import type { User } from "../../session/session";
import { useRename } from "../security-acts";
import classes from "./settings.module.css";

/** How the person is called, in every account. */
export function ProfileForm({ user }: { user: User }) {
  const { t } = useTranslation("accounts");
  const rename = useRename();
  const form = useForm({ mode: "uncontrolled", initialValues: { name: user.name } });
  const save = ({ name }: { name: string }) =>
    rename.mutate(name.trim(), {
      onError: (failure) => form.setErrors({ name: asProblem(failure).message }),
    });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(save)}>
      <TextInput
        label={t("profile.name")}
        autoComplete="name"
        maxLength={100}
        required
        withAsterisk={false}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <div className={classes.foot}>
        <span className={classes.quiet}>{t("profile.email", { email: user.email })}</span>
        <Button variant="default" type="submit" loading={rename.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
