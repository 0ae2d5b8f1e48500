import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../ui/page/link-button";
import { type NewUser, useSignUp } from "../acts";
import { Card } from "../parts/card";
import classes from "../parts/card.module.css";
import { NewPassword } from "../parts/new-password";
import { Refused } from "../parts/refused";

const EMPTY: NewUser = { email: "", password: "", name: "", account_name: "" };

/** Where the installation lets anybody in. */
export function SignUpPage() {
  const { t } = useTranslation("people");
  const signUp = useSignUp();
  const form = useForm({ mode: "uncontrolled", initialValues: EMPTY });
  const back = <TextLink to="/sign-in">{t("backToSignIn")}</TextLink>;
  const text = (name: keyof typeof EMPTY) => ({
    required: true,
    withAsterisk: false,
    key: form.key(name),
    ...form.getInputProps(name),
  });
  if (signUp.isSuccess)
    return (
      <Card title={t("signUp.doneTitle")} lead={t("signUp.doneLead")} foot={back}>
        {null}
      </Card>
    );
  return (
    <Card title={t("signUp.title")} foot={back}>
      <form className={classes.form} onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
        <Refused error={signUp.error} />
        <TextInput label={t("field.name")} autoComplete="name" autoFocus {...text("name")} />
        <TextInput label={t("field.accountName")} autoComplete="organization" {...text("account_name")} />
        <TextInput label={t("field.email")} type="email" autoComplete="username" {...text("email")} />
        <NewPassword {...text("password")} />
        <Button type="submit" size="sm" fullWidth loading={signUp.isPending}>
          {t("signUp.title")}
        </Button>
      </form>
    </Card>
  );
}
