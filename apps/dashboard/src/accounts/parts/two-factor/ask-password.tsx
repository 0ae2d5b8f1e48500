import { Button, PasswordInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import classes from "../settings.module.css";

interface Props {
  lead: ReactNode;
  /** The verb on the button. */
  action: string;
  dangerous?: boolean;
  pending: boolean;
  error: unknown;
  given(password: string): void;
}

/** The password once more, before what protects the person is changed. */
export function AskPassword({ lead, action, dangerous = false, pending, error, given }: Props) {
  const { t } = useTranslation("accounts");
  const [password, setPassword] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        given(password);
      }}
    >
      <p className={classes.quiet}>{lead}</p>
      <PasswordInput
        label={t("password.current")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error ? asProblem(error).message : undefined}
      />
      <div className={classes.foot}>
        <span />
        <Button type="submit" loading={pending} {...(dangerous && { color: "red" })}>
          {action}
        </Button>
      </div>
    </form>
  );
}
