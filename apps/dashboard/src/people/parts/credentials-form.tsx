import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../ui/page/link-button";
import { type Credentials, useSignIn } from "../entering";
import classes from "./card.module.css";
import { Refused } from "./refused";

interface Props {
  next: string;
  onSecondFactor: () => void;
}

export function CredentialsForm({ next, onSecondFactor }: Props) {
  const { t } = useTranslation("people");
  const signIn = useSignIn(next, onSecondFactor);
  const form = useForm<Credentials>({ mode: "uncontrolled", initialValues: { email: "", password: "" } });
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Refused error={signIn.error} />
      <TextInput
        label={t("field.email")}
        type="email"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label={t("field.password")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
      <Button type="submit" size="sm" fullWidth loading={signIn.isPending}>
        {t("signIn.action")}
      </Button>
      <div className={classes.between}>
        <TextLink to="/forgot-password">{t("forgot.link")}</TextLink>
      </div>
    </form>
  );
}
