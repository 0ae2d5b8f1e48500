import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import { useDecideAppeal } from "../acts";
import { useAdmin } from "../admin";
import type { AccountAppeal } from "../answers";
import { evidenceOf } from "../evidence";
import { accountQuery } from "../queries";
import classes from "./operators.module.css";
import { ReasonForm } from "./reason-form";

export function AppealCard({ appeal: { id, account_id, message, created_at } }: { appeal: AccountAppeal }) {
  const { t } = useTranslation("operators");
  const account = useQuery(accountQuery(useAdmin(), account_id));
  const suspension = account.data?.suspension;
  return (
    <Section
      title={account.data?.email ?? account_id}
      lead={
        <TextLink to="/operator/accounts/$id" params={{ id: account_id }}>
          {t("appeals.account")}
        </TextLink>
      }
      actions={<Decide id={id} />}
    >
      <div className={classes.line}>
        <p className={classes.reason}>{message}</p>
        <div className={classes.aside}>
          <RelativeTime at={created_at} />
        </div>
      </div>
      {suspension && (
        <div className={classes.line}>
          <div>
            {t(`cause.${suspension.cause}`)}
            <p className={classes.reason}>{suspension.reason}</p>
            <p className={classes.note}>{evidenceOf(suspension.evidence).join(" · ")}</p>
          </div>
          <div className={classes.aside}>
            <RelativeTime at={suspension.created_at} />
          </div>
        </div>
      )}
    </Section>
  );
}

/** The owner reads the note in a mail. */
function Decide({ id }: { id: string }) {
  const { t } = useTranslation("operators");
  const [asked, ask] = useState<"grant" | "deny">();
  const close = () => ask(undefined);
  const decide = useDecideAppeal(id, close);
  const decision = asked ?? "grant";
  return (
    <>
      <Button variant="default" onClick={() => ask("deny")}>
        {t("appeals.deny")}
      </Button>
      <Button variant="default" onClick={() => ask("grant")}>
        {t("appeals.grant")}
      </Button>
      <ReasonForm
        key={decision}
        opened={asked !== undefined}
        close={close}
        title={t(`appeals.${decision}Title`)}
        lead={t(`appeals.${decision}Lead`)}
        label={t("reason.note")}
        action={t(`appeals.${decision}`)}
        dangerous={decision === "deny"}
        act={{ ...decide, mutate: (note) => decide.mutate({ decision, note }) }}
      />
    </>
  );
}
