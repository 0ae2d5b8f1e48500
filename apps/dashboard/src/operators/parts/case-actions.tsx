import { Button } from "@mantine/core";
import { ShieldCheck, ShieldX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDecideCase } from "../acts";
import type { Decision } from "../answers";
import { ReasonForm } from "./reason-form";

/** Abuse suspends the account; a legitimate mail ends the suspension that it caused. */
export function CaseActions({ id, suspended }: { id: string; suspended: boolean }) {
  const { t } = useTranslation("operators");
  const [asked, ask] = useState<Decision>();
  const close = () => ask(undefined);
  const decide = useDecideCase(id, close);
  const decision = asked ?? "legitimate";
  return (
    <>
      <Button variant="default" leftSection={<ShieldCheck size={14} />} onClick={() => ask("legitimate")}>
        {t("case.legitimate")}
      </Button>
      <Button color="red" leftSection={<ShieldX size={14} />} onClick={() => ask("abuse")}>
        {t("case.abuse")}
      </Button>
      <ReasonForm
        key={decision}
        opened={asked !== undefined}
        close={close}
        title={t(`case.${decision}Title`)}
        lead={t(suspended ? `case.${decision}Suspended` : `case.${decision}Lead`)}
        label={t("reason.note")}
        action={t(`case.${decision}`)}
        dangerous={decision === "abuse"}
        act={{ ...decide, mutate: (note) => decide.mutate({ decision, note }) }}
      />
    </>
  );
}
