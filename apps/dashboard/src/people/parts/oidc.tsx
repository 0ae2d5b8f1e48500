import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOidc } from "../acts";
import classes from "./card.module.css";
import { Refused } from "./refused";

/** Single sign-on, where the installation offers it. */
export function Oidc({ name, next }: { name: string; next: string }) {
  const { t } = useTranslation("people");
  const begin = useOidc(next);
  return (
    <div className={classes.form}>
      <div className={classes.or}>{t("signIn.or")}</div>
      <Refused error={begin.error} />
      <Button variant="default" size="sm" fullWidth loading={begin.isPending} onClick={() => begin.mutate()}>
        {t("signIn.with", { name })}
      </Button>
    </div>
  );
}
