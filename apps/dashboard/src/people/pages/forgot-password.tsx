import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../ui/page/link-button";
import { useForgotten } from "../acts";
import { Card } from "../parts/card";
import classes from "../parts/card.module.css";
import { Refused } from "../parts/refused";

export function ForgotPasswordPage() {
  const { t } = useTranslation("people");
  const ask = useForgotten();
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "" } });
  const back = <TextLink to="/sign-in">{t("backToSignIn")}</TextLink>;
  // The same words whether or not somebody has this address.
  if (ask.isSuccess)
    return (
      <Card title={t("forgot.sentTitle")} lead={t("forgot.sentLead")} foot={back}>
        {null}
      </Card>
    );
  return (
    <Card title={t("forgot.title")} lead={t("forgot.lead")} foot={back}>
      <form className={classes.form} onSubmit={form.onSubmit(({ email }) => ask.mutate(email))}>
        <Refused error={ask.error} />
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
        <Button type="submit" size="sm" fullWidth loading={ask.isPending}>
          {t("forgot.action")}
        </Button>
      </form>
    </Card>
  );
}
