import { useTranslation } from "react-i18next";
import { MEASURES, measureOf } from "../measures";
import type { Drawn, Figures } from "../metrics";
import { Sum } from "./sum";
import classes from "./sums.module.css";

interface Props {
  figures: Figures;
  before: Figures | undefined;
  shown: Drawn;
  show(metric: Drawn): void;
}

/** All measures of the period. One of them is drawn below. */
export function Sums({ figures, before, shown, show }: Props) {
  const { t } = useTranslation("analytics");
  const { name: chosen } = measureOf(shown);
  return (
    <>
      <ul className={classes.sums} aria-label={t("sums")}>
        {MEASURES.map((measure) => (
          <li key={measure.name}>
            <Sum
              measure={measure}
              figures={figures}
              before={before}
              chosen={measure.name === chosen}
              choose={() => show(measure.aspects[0])}
            />
          </li>
        ))}
      </ul>
      <p className={classes.notes}>
        {t("machinesNote")} {!before && t("nothingBefore")}
      </p>
    </>
  );
}
