import type { Overview } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { number, percent, shareOf } from "../../ui/chart/numbers";
import classes from "./stats.module.css";

type Totals = Overview["totals"];
type Counted = keyof Totals;

const MAIN = ["sent", "delivered", "bounced", "complained"] as const satisfies Counted[];
const OTHER = [
  "accepted",
  "deferred",
  "failed",
  "suppressed",
  "opened",
  "clicked",
] as const satisfies Counted[];

/** The sums of the period, each with its share of what was sent. */
export function Stats({ totals }: { totals: Totals }) {
  const { t, i18n } = useTranslation("overview");
  return (
    <>
      <dl className={classes.stats}>
        {MAIN.map((name) => (
          <div key={name} className={classes.stat}>
            <dt className={classes.name}>
              {name !== "sent" && <i className={classes.dot} data-layer={name} />}
              {t(`counted.${name}`)}
            </dt>
            <dd className={classes.value}>
              {number(totals[name], i18n.language)}
              {name !== "sent" && <Share part={totals[name]} whole={totals.sent} />}
            </dd>
          </div>
        ))}
      </dl>
      <dl className={classes.others}>
        {OTHER.map((name) => (
          <div key={name} className={classes.other}>
            <dt>{t(`counted.${name}`)}</dt>
            <dd>{number(totals[name], i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Share({ part, whole }: { part: number; whole: number }) {
  const { i18n } = useTranslation("overview");
  const share = shareOf(part, whole);
  return share !== undefined && <span className={classes.share}>{percent(share, i18n.language)}</span>;
}
