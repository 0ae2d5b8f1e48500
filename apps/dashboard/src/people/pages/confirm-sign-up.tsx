import { Button } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../ui/page/link-button";
import { useConfirm } from "../acts";
import { Card } from "../parts/card";
import classes from "../parts/card.module.css";
import { Refused } from "../parts/refused";

/** Where the link of a sign-up leads. A click confirms, since programs that check mail open links. */
export function ConfirmSignUpPage() {
  const { t } = useTranslation("people");
  const { token = "" } = useSearch({ from: "/door/confirm-sign-up" });
  const confirm = useConfirm();
  return (
    <Card
      title={confirm.isSuccess ? t("confirm.doneTitle") : t("confirm.title")}
      lead={confirm.isSuccess ? t("confirm.doneLead") : t("confirm.lead")}
    >
      <div className={classes.form}>
        <Refused error={confirm.error} />
        {confirm.isSuccess ? (
          <LinkButton to="/sign-in" size="sm" fullWidth>
            {t("signIn.action")}
          </LinkButton>
        ) : (
          <Button size="sm" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate(token)}>
            {t("confirm.action")}
          </Button>
        )}
      </div>
    </Card>
  );
}
