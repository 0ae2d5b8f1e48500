import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { AccountFacts } from "../parts/account-facts";
import { AccountForm } from "../parts/account-form";
import { Brand } from "../parts/brand/brand";
import { SettingsFrame } from "../parts/frame";
import classes from "../parts/settings.module.css";
import { UnknownPolicy } from "../parts/unknown-policy";
import { accountQuery } from "../queries";

export function AccountPage() {
  const { t } = useTranslation("accounts");
  const account = useQuery(accountQuery(useApi()));
  return (
    <SettingsFrame part="account">
      <Shown of={account}>
        {(found) => (
          <>
            <div className={classes.columns}>
              <div>
                <Section title={t("account.general")}>
                  <AccountForm key={found.id} account={found} />
                </Section>
                <Section title={t("unknown.title")} lead={t("unknown.lead")}>
                  <UnknownPolicy account={found} />
                </Section>
              </div>
              <Section title={t("account.limits")}>
                <AccountFacts account={found} />
              </Section>
            </div>
            <Brand key={`${found.id} brand`} account={found} />
          </>
        )}
      </Shown>
    </SettingsFrame>
  );
}
