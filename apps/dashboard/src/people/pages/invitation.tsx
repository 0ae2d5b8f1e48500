import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { LinkButton } from "../../ui/page/link-button";
import { useAccept } from "../acts";
import { Card } from "../parts/card";
import classes from "../parts/card.module.css";
import { NewPassword } from "../parts/new-password";
import { Refused } from "../parts/refused";

/** Where the link of an invitation leads. Who has no user yet is asked for a name and a password once the API says so. */
export function InvitationPage() {
  const { t } = useTranslation("people");
  const { token = "" } = useSearch({ from: "/door/accept-invitation" });
  const accept = useAccept();
  if (accept.isSuccess) return <Accepted />;
  const asked = accept.error && asProblem(accept.error).fields.some(({ field }) => field === "password");
  return (
    <Card title={t("invitation.title")} lead={asked ? t("invitation.leadNew") : t("invitation.lead")}>
      {asked ? (
        <NewUserForm accept={accept} token={token} />
      ) : (
        <div className={classes.form}>
          <Refused error={accept.error} />
          <Button size="sm" fullWidth loading={accept.isPending} onClick={() => accept.mutate({ token })}>
            {t("invitation.action")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function NewUserForm({ accept, token }: { accept: ReturnType<typeof useAccept>; token: string }) {
  const { t } = useTranslation("people");
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "", password: "" } });
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => accept.mutate({ token, ...values }))}>
      {accept.variables?.password !== undefined && <Refused error={accept.error} />}
      <TextInput
        label={t("field.name")}
        autoComplete="name"
        autoFocus
        required
        withAsterisk={false}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <NewPassword key={form.key("password")} {...form.getInputProps("password")} />
      <Button type="submit" size="sm" fullWidth loading={accept.isPending}>
        {t("invitation.action")}
      </Button>
    </form>
  );
}

function Accepted() {
  const { t } = useTranslation("people");
  return (
    <Card title={t("invitation.doneTitle")} lead={t("invitation.doneLead")}>
      <div className={classes.form}>
        <LinkButton to="/overview" size="sm" fullWidth>
          {t("continue")}
        </LinkButton>
      </div>
    </Card>
  );
}
