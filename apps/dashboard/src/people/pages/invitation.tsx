import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "../../session/session";
import { TextLink } from "../../ui/page/link-button";
import { useEnter, usePost } from "../entering";
import { Card } from "../parts/card";
import classes from "../parts/card.module.css";
import { NewPassword } from "../parts/new-password";
import { Refused } from "../parts/refused";

interface Acceptance {
  token: string;
  name?: string;
  password?: string;
}

/** Where the link of an invitation leads: newcomers choose a password, others accept with a click. */
export function InvitationPage() {
  const { t } = useTranslation("people");
  const { token = "" } = useSearch({ from: "/door/invitation" });
  const { data: session } = useQuery(sessionQuery);
  const enter = useEnter();
  const accept = usePost<Acceptance>("/api/v1/invitations/accept", () => void enter());
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "", password: "" } });
  return (
    <Card
      title={t("invitation.title")}
      lead={session ? t("invitation.signedIn", { email: session.user.email }) : t("invitation.lead")}
      foot={
        !session && (
          <TextLink to="/sign-in" search={{ next: `/invitation?token=${token}` }}>
            {t("invitation.haveUser")}
          </TextLink>
        )
      }
    >
      <form
        className={classes.form}
        onSubmit={form.onSubmit((values) => accept.mutate(session ? { token } : { token, ...values }))}
      >
        <Refused error={accept.error} />
        {!session && (
          <>
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
          </>
        )}
        <Button type="submit" size="sm" fullWidth loading={accept.isPending}>
          {t("invitation.action")}
        </Button>
      </form>
    </Card>
  );
}
