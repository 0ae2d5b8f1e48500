import { Button } from "@mantine/core";
import { Gauge, OctagonX, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReinstate, useSuspend } from "../acts";
import type { OperatorAccount } from "../answers";
import { LimitsForm } from "./limits-form";
import { ReasonForm } from "./reason-form";

export function AccountActions({ account }: { account: OperatorAccount }) {
  const { t } = useTranslation("operators");
  const [asked, ask] = useState<"limits" | "standing">();
  const close = () => ask(undefined);
  const suspend = useSuspend(account.id, close);
  const reinstate = useReinstate(account.id, close);
  const what = account.standing === "active" ? "suspend" : "reinstate";
  const act = what === "suspend" ? suspend : reinstate;
  return (
    <>
      <Button variant="default" leftSection={<Gauge size={14} />} onClick={() => ask("limits")}>
        {t("limits.action")}
      </Button>
      <Button
        variant={what === "suspend" ? "default" : "filled"}
        {...(what === "suspend" && { c: "var(--bad)" })}
        leftSection={what === "suspend" ? <OctagonX size={14} /> : <Undo2 size={14} />}
        onClick={() => ask("standing")}
      >
        {t(`change.${what}.action`)}
      </Button>
      <LimitsForm account={account} opened={asked === "limits"} close={close} />
      <ReasonForm
        opened={asked === "standing"}
        close={close}
        title={t(`change.${what}.title`, { email: account.email })}
        lead={t(`change.${what}.lead`)}
        label={t(`change.${what}.label`)}
        action={t(`change.${what}.action`)}
        dangerous={what === "suspend"}
        act={act}
      />
    </>
  );
}
