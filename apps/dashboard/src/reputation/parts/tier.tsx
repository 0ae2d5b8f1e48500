import type { Account } from "@sendex/sdk/generated/api";
import { Check, Circle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { Section } from "../../ui/page/section";
import { percent } from "../percent";
import { requirementsOf } from "../requirements";
import classes from "./reputation.module.css";

/** What the account is trusted with, what that rests on, and what the next tier takes. */
export function Tier({ account }: { account: Account }) {
  const { t, i18n } = useTranslation("reputation");
  const { tier, daily_guideline, accepted_today, bounce_rate: rate } = account;
  const figure = (count: number) => new Intl.NumberFormat(i18n.language).format(count);
  const share = (of: number) => percent(of, i18n.language);
  const name = tier === "new" || tier === "trusted" ? t(`tier.${tier}`) : tier;
  return (
    <Section title={t("tier")} lead={t("tier.lead")}>
      <Facts
        facts={[
          [t("tier.name"), name],
          [t("tier.guideline"), t("tier.perDay", { figure: figure(daily_guideline) })],
          [t("tier.today"), figure(accepted_today)],
          [
            t("evidence.rate"),
            t("tier.rate", {
              ...{ rate: share(rate.percent), hurt: figure(rate.hurt), sent: figure(rate.sent) },
              days: rate.window_days,
            }),
          ],
          [
            t("tier.limits"),
            t("tier.limitsAre", {
              ...{ warn: share(rate.warning_percent), suspend: share(rate.suspension_percent) },
              minimum: figure(rate.min_sent),
            }),
          ],
        ]}
      />
      <Promotion account={account} />
    </Section>
  );
}

function Promotion({ account }: { account: Account }) {
  const { t } = useTranslation("reputation");
  const requirements = requirementsOf(account);
  if (requirements.length === 0) return null;
  return (
    <div className={classes.samples}>
      <h3 className={classes.small}>{t("promotion")}</h3>
      <ul className={classes.list}>
        {requirements.map(({ requirement, met }) => (
          <li key={requirement} className={classes.requirement} data-met={met}>
            {met ? <Check size={14} aria-hidden /> : <Circle size={14} aria-hidden />}
            {t(`promotion.${requirement}`)}
            <span className="only-read-aloud">{t(met ? "promotion.met" : "promotion.missing")}</span>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{t("promotion.lead")}</p>
    </div>
  );
}
