import type { Overview } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { isTooLong, MOST_DAYS, type Span } from "../span";
import type { OverviewView } from "../view";
import { Figures } from "./figures";
import { Judged } from "./judged";
import classes from "./judged.module.css";
import { Needs } from "./needs";

interface Props {
  overview: Overview;
  bars: Span["bars"];
  view: OverviewView;
  change(view: OverviewView): void;
  stale: boolean;
}

export function OverviewBody({ overview, bars, view, change, stale }: Props) {
  const { t } = useTranslation("overview");
  return (
    <>
      <Needs items={overview.attention} />
      {isTooLong(view) && <p className={classes.hint}>{t("tooLong", { days: MOST_DAYS })}</p>}
      <Figures
        overview={overview}
        bars={bars}
        table={view.as === "table"}
        showTable={(table) => change({ ...view, as: table ? "table" : undefined })}
        stale={stale}
      />
      <Judged overview={overview} />
    </>
  );
}
