import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LinkButton, TextLink } from "../../ui/page/link-button";
import { useReset } from "../acts";
import { Card } from "../parts/card";
import classes from "../parts/card.module.css";
import { NewPassword } from "../parts/new-password";
import { Refused } from "../parts/refused";

/** Where the link of the reset mail leads. */
export function ResetPasswordPage() {
  const { t } = useTranslation("people");
  const { token = "" } = useSearch({ from: "/door/reset-password" });
  const reset = useReset();
  const form = useForm({ mode: "uncontrolled", initialValues: { newPassword: "" } });
  if (reset.isSuccess)
    return (
      <Card title={t("reset.doneTitle")} lead={t("reset.doneLead")}>
        <div className={classes.form}>
          <LinkButton to="/sign-in" size="sm" fullWidth>
            {t("signIn.action")}
          </LinkButton>
        </div>
      </Card>
    );
  return (
    <Card
      title={t("reset.title")}
      lead={t("reset.lead")}
      foot={<TextLink to="/forgot-password">{t("reset.newLink")}</TextLink>}
    >
      <form className={classes.form} onSubmit={form.onSubmit((values) => reset.mutate({ ...values, token }))}>
        <Refused error={reset.error} />
        <NewPassword autoFocus key={form.key("newPassword")} {...form.getInputProps("newPassword")} />
        <Button type="submit" size="sm" fullWidth loading={reset.isPending}>
          {t("reset.action")}
        </Button>
      </form>
    </Card>
  );
}
