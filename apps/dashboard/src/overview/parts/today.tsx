import type { Overview } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { number, percent, shareOf } from "../../ui/chart/numbers";
import bounceRate from "./bounce-rate.module.css";
import classes from "./today.module.css";

/** The UTC day's mail beside the guideline of the account's tier. */
export function Today({ today: { accepted, guideline } }: { today: Overview["today"] }) {
  const { t, i18n } = useTranslation("overview");
  if (guideline === null) return null;
  const figure = (count: number) => number(count, i18n.language);
  const share = shareOf(accepted, guideline) ?? 0;
  const over = accepted > guideline;
  return (
    <Section title={t("today")}>
      <div className={bounceRate.head}>
        <span className={bounceRate.value} data-state={over ? "warning" : "good"}>
          {figure(accepted)}
        </span>
        <span className={bounceRate.of}>
          {t("today.of", { guideline: figure(guideline) })}
          <br />
          {t("today.share", { share: percent(share, i18n.language) })}
        </span>
      </div>
      <div
        className={classes.track}
        role="meter"
        aria-label={t("today")}
        aria-valuemin={0}
        aria-valuemax={guideline}
        aria-valuenow={Math.min(accepted, guideline)}
        aria-valuetext={t("today.of", { guideline: figure(guideline) })}
      >
        <span data-over={over} style={{ width: `${Math.min(100, share)}%` }} />
      </div>
      <p className={classes.sentence}>
        {t(over ? "today.over" : "today.under")} <TextLink to="/suspension">{t("today.tier")}</TextLink>
      </p>
    </Section>
  );
}
