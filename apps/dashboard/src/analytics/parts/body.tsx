import { ChartLine, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { TextLink } from "../../ui/page/link-button";
import type { Figures as Counted } from "../metrics";
import { filtersOf } from "../narrowing";
import type { Point } from "../series";
import { isTooLong, MOST_DAYS, type Span } from "../span";
import type { AnalyticsView } from "../view";
import { Breakdown } from "./breakdown";
import { Figures } from "./figures";
import classes from "./breakdown.module.css";

interface Props {
  found: { span: Span; sums: Counted; sumsBefore: Counted | undefined; points: Point[] };
  view: AnalyticsView;
  look(some: AnalyticsView): void;
  stale: boolean;
}

/** The figures, or why there are none. That there was mail before and is none now is a figure too. */
export function AnalyticsBody({ found, view, look, stale }: Props) {
  const { t } = useTranslation("analytics");
  const { sums, sumsBefore } = found;
  if (!sums.sent && !sumsBefore?.sent)
    return filtersOf(view).length > 0 ? (
      <EmptyState icon={SearchX} title={t("none.filtered")}>
        {t("none.filteredLead")}
      </EmptyState>
    ) : (
      <EmptyState icon={ChartLine} title={t("none.title")}>
        {t("none.lead")} <TextLink to="/emails">{t("none.emails")}</TextLink>
      </EmptyState>
    );
  return (
    <>
      {isTooLong(view) && <p className={classes.note}>{t("tooLong", { days: MOST_DAYS })}</p>}
      <Figures {...{ found, view, look, stale }} />
      <Breakdown view={view} look={look} />
    </>
  );
}
