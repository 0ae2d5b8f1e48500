import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { day } from "../../ui/time/format";
import { type BounceRate, moreUntilSuspended } from "../rate";
import { number, percent } from "../../ui/chart/numbers";
import classes from "./bounce-rate.module.css";
import { Gauge } from "./gauge";

/** The rate that the account is judged by, against its two limits, and what that means. */
export function BounceRateCard({ rate }: { rate: BounceRate }) {
  const { t, i18n } = useTranslation("overview");
  const { state, sent, hurt, minimum_sent, warn_at, suspend_at } = rate;
  const figure = (count: number) => number(count, i18n.language);
  const share = (of: number) => percent(of, i18n.language);
  if (state === null) return null;
  const more = moreUntilSuspended(rate);
  return (
    <Section title={t("rate")}>
      <div className={classes.head}>
        <span className={classes.value} data-state={state}>
          {share(rate.rate)}
        </span>
        <span className={classes.of}>
          {t("rate.of", { hurt: figure(hurt), sent: figure(sent) })}
          <br />
          {t("rate.window", { since: day(Date.parse(rate.since), i18n.language) })}
        </span>
      </div>
      <Gauge rate={rate} state={state} />
      <p className={classes.sentence}>
        {t(`rate.${state}`, {
          ...{ count: more, more: figure(more), minimum: figure(minimum_sent) },
          ...{ warn: share(warn_at), suspend: share(suspend_at) },
        })}
      </p>
    </Section>
  );
}
