import type { Broadcast } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { number, percent } from "../../../ui/chart/numbers";
import { Section } from "../../../ui/page/section";
import { bouncesOf } from "../../broadcast";
import type { Outcome } from "../../broadcast-view";
import classes from "./report.module.css";

type Whole = "sent" | "delivered";

interface Figure {
  name: Outcome | "skipped";
  count: number;
  /** In percent, of which whole. */
  rate?: readonly [number, Whole];
}

/** What was counted of its mails. */
export function Figures({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  const { language } = i18n;
  return (
    <Section title={t("results")} plain>
      <dl className={classes.figures}>
        {figuresOf(broadcast).map(({ name, count, rate }) => (
          <div key={name} className={classes.figure} data-name={name}>
            <dt>{t(`outcome.${name}`)}</dt>
            <dd>
              <span className={classes.count}>{number(count, language)}</span>
              {rate && count > 0 && (
                <span className={classes.rate}>
                  {t(`rate.${rate[1]}`, { rate: percent(rate[0], language) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function figuresOf(broadcast: Broadcast): Figure[] {
  const { results, skipped } = broadcast;
  return [
    { name: "sent", count: results.sent },
    { name: "delivered", count: results.delivered, rate: [results.delivery_rate, "sent"] },
    { name: "opened", count: results.unique_opened, rate: [results.open_rate, "delivered"] },
    { name: "clicked", count: results.unique_clicked, rate: [results.click_rate, "delivered"] },
    { name: "unsubscribed", count: results.unsubscribed, rate: [results.unsubscribe_rate, "delivered"] },
    { name: "bounced", count: bouncesOf(broadcast), rate: [results.bounce_rate, "sent"] },
    { name: "complained", count: results.complained, rate: [results.complaint_rate, "delivered"] },
    { name: "suppressed", count: results.suppressed },
    { name: "failed", count: results.failed },
    { name: "skipped", count: skipped },
  ];
}
