import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { SettingsFrame } from "../parts/frame";
import classes from "../parts/settings.module.css";
import { SmtpFacts } from "../parts/smtp/facts";
import { SmtpHeaders } from "../parts/smtp/headers";
import { SmtpSnippets } from "../parts/smtp/snippet-tabs";
import { accountQuery } from "../queries";

export function SmtpPage() {
  const { t } = useTranslation("accounts");
  const account = useQuery(accountQuery(useApi()));
  return (
    <SettingsFrame part="smtp">
      <Shown of={account}>
        {({ smtp }) =>
          smtp ? (
            <div className={classes.reading}>
              <Section title={t("smtp.facts")} lead={t("smtp.factsLead")}>
                <SmtpFacts smtp={smtp} />
              </Section>
              <Section title={t("smtp.programs")}>
                <SmtpSnippets smtp={smtp} />
              </Section>
              <Section title={t("smtp.headers")} lead={t("smtp.headersLead")}>
                <SmtpHeaders />
              </Section>
            </div>
          ) : (
            <p className={classes.quiet}>{t("smtp.none")}</p>
          )
        }
      </Shown>
    </SettingsFrame>
  );
}
