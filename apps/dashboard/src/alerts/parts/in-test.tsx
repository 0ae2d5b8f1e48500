import { Button } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { EmptyState } from "../../ui/feedback/empty-state";

/** Test mail is watched by no rule. */
export function InTest() {
  const { t } = useTranslation("alerts");
  const { choose } = useCurrent();
  return (
    <EmptyState
      icon={FlaskConical}
      title={t("inTest")}
      action={
        <Button variant="default" onClick={() => choose({ mode: "live" })}>
          {t("toLive")}
        </Button>
      }
    >
      {t("inTestLead")}
    </EmptyState>
  );
}
