import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import type { OperatorAccount } from "../answers";

export function AccountFacts({ account }: { account: OperatorAccount }) {
  const { t, i18n } = useTranslation("operators");
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const { bounce_rate: rate } = account;
  return (
    <div>
      <Section title={t("account.about")}>
        <Facts
          facts={[
            [t("column.id"), <Copyable key="id" text={account.id} />],
            [t("account.owner"), account.email],
            [t("column.opened"), <RelativeTime key="at" at={account.created_at} />],
            [t("column.tier"), t(`tier.${account.tier}`)],
            [t("account.guideline"), number.format(account.daily_guideline)],
            [t("account.today"), number.format(account.accepted_today)],
            [t("account.timezone"), account.timezone],
            [t("account.content"), t(account.keep_content ? "account.keeps" : "account.keepsNot")],
            [t("account.unknown"), t(`unknown.${account.unknown_policy}`)],
            [
              t("audit.title"),
              <TextLink key="audit" to="/operator/audit-log" search={{ account: account.id }}>
                {t("audit.see")}
              </TextLink>,
            ],
          ]}
        />
      </Section>
      <Section title={t("rate.title")} lead={t("rate.lead", { count: rate.window_days })}>
        <Facts
          facts={[
            [t("rate.rate"), t("rate.percent", { percent: number.format(rate.percent) })],
            [t("rate.sent"), number.format(rate.sent)],
            [t("rate.hurt"), number.format(rate.hurt)],
            [t("rate.warning"), t("rate.percent", { percent: number.format(rate.warning_percent) })],
            [
              t("rate.suspension"),
              t("rate.from", { percent: number.format(rate.suspension_percent), count: rate.min_sent }),
            ],
          ]}
        />
      </Section>
    </div>
  );
}
