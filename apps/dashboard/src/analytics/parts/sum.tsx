import { useTranslation } from "react-i18next";
import { number } from "../../ui/chart/numbers";
import { said } from "../formats";
import type { Measure } from "../measures";
import { type Figures, type Metric, WHOLES } from "../metrics";
import { Change } from "./change";
import ink from "./ink.module.css";
import classes from "./sum.module.css";

interface Props {
  measure: Measure;
  figures: Figures;
  before: Figures | undefined;
  chosen: boolean;
  choose(): void;
}

/** One measure of the period, beside the one before; a click has it drawn. */
export function Sum({ measure: { name, aspects, machines }, figures, before, chosen, choose }: Props) {
  const { t, i18n } = useTranslation("analytics");
  const [first, ...others] = aspects;
  const byMachines = machines ? (figures[machines] ?? 0) : 0;
  const change = (metric: Metric) =>
    before && <Change metric={metric} now={figures[metric]} before={before[metric]} />;
  return (
    <button
      type="button"
      className={`${classes.sum} ${ink.ink}`}
      data-measure={name}
      aria-pressed={chosen}
      onClick={choose}
    >
      <span className={classes.name}>
        <i aria-hidden />
        {t(`measure.${name}`)}
      </span>
      <span className={classes.value}>
        {said(first, figures[first], i18n.language)} {change(first)}
      </span>
      {others.map((metric) => (
        <span key={metric} className={classes.line}>
          <Other metric={metric} figure={said(metric, figures[metric], i18n.language)} /> {change(metric)}
        </span>
      ))}
      {byMachines > 0 && (
        <span className={classes.line}>
          {t("machines", { count: byMachines, machines: number(byMachines, i18n.language) })}
        </span>
      )}
    </button>
  );
}

/** "98.2% of sent", "95% within 4.2 sec". */
function Other({ metric, figure }: { metric: Metric; figure: string }) {
  const { t } = useTranslation("analytics");
  const whole = WHOLES[metric];
  if (whole) return t(`of.${whole}`, { figure });
  return t(metric === "delay_p99" ? "within.p99" : "within.p95", { figure });
}
