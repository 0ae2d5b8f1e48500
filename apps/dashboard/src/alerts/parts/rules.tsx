import type { AlertRule } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Section } from "../../ui/page/section";
import { rulesQuery } from "../queries";
import { RuleRow } from "./rule-row";
import classes from "./alerts.module.css";

/** What the account is warned of, and from which number on. */
export function Rules() {
  const { t } = useTranslation("alerts");
  const may = useMay("admin");
  const rules = useQuery(rulesQuery(useApi()));
  return (
    <Section title={t("rules")} lead={may ? t("rules.lead") : t("rules.onlyAdmins")}>
      <Shown of={rules} skeleton={<RowSkeletons rows={6} />}>
        {(found: AlertRule[]) => (
          <ul className={classes.rules}>
            {found.map((rule) => (
              <RuleRow key={`${rule.kind} ${rule.threshold ?? ""}`} rule={rule} />
            ))}
          </ul>
        )}
      </Shown>
    </Section>
  );
}
