import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { plain } from "../../api/plain";
import classes from "./card.module.css";
import { Refused } from "./refused";

/** Single sign-on, where the installation offers it. */
export function Oidc({ name, next }: { name: string; next: string }) {
  const { t } = useTranslation("people");
  const begin = useMutation({
    mutationFn: () =>
      plain("/api/auth/sign-in/oauth2", { method: "POST", body: { providerId: "oidc", callbackURL: next } }),
    onSuccess(answer) {
      if (typeof answer === "object" && answer !== null && "url" in answer)
        location.assign(String(answer.url));
    },
  });
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
