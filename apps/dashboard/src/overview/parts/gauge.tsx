import { useTranslation } from "react-i18next";
import { type BounceRate, placeOf } from "../rate";
import { percent } from "../../ui/chart/numbers";
import classes from "./gauge.module.css";

interface Props {
  rate: BounceRate;
  state: NonNullable<BounceRate["state"]>;
}

/** From 0 to beyond the limit: well, warned, suspended. */
export function Gauge({ rate, state }: Props) {
  const { t, i18n } = useTranslation("overview");
  const [warn, suspend] = [placeOf(rate.warn_at, rate), placeOf(rate.suspend_at, rate)];
  const share = (of: number) => percent(of, i18n.language);
  const at = (place: number) => `${place * 100}%`;
  return (
    <div
      className={classes.gauge}
      role="meter"
      aria-label={t("rate")}
      aria-valuemin={0}
      aria-valuemax={rate.suspend_at}
      aria-valuenow={Math.min(rate.rate, rate.suspend_at)}
      aria-valuetext={share(rate.rate)}
    >
      <div className={classes.zones}>
        <span data-zone="good" style={{ width: at(warn) }} />
        <span data-zone="warning" style={{ width: at(suspend - warn) }} />
        <span data-zone="over" style={{ width: at(1 - suspend) }} />
      </div>
      <i className={classes.needle} data-state={state} style={{ left: at(placeOf(rate.rate, rate)) }} />
      <div className={classes.marks} aria-hidden>
        <span style={{ left: at(warn) }}>{t("rate.warnAt", { warn: share(rate.warn_at) })}</span>
        <span style={{ left: at(suspend) }}>{t("rate.suspendAt", { suspend: share(rate.suspend_at) })}</span>
      </div>
    </div>
  );
}
