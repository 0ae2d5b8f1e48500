import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Page } from "../../ui/page/page";
import { AnalyticsBody } from "../parts/body";
import { Filters } from "../parts/filters";
import { Period } from "../parts/period";
import { AnalyticsSkeleton } from "../parts/skeleton";
import { figuresQuery } from "../queries";
import type { AnalyticsView } from "../view";

/** What became of the mail, by time and by what it was. */
export function AnalyticsPage() {
  const { t } = useTranslation("analytics");
  const view = useSearch({ from: "/shell/analytics" });
  const navigate = useNavigate({ from: "/analytics" });
  const figures = useQuery({ ...figuresQuery(useApi(), view), placeholderData: (last) => last });
  // Another look at the same mail is no step to go back from; other mail is.
  const look = (some: AnalyticsView) =>
    void navigate({ search: { ...view, ...some }, replace: true, resetScroll: false });
  const go = (search: AnalyticsView) => void navigate({ search });
  return (
    <Page title={t("title")} lead={t("lead")} actions={<Period view={view} look={look} />}>
      <Filters view={view} go={go} />
      <Shown of={figures} skeleton={<AnalyticsSkeleton />}>
        {(found) => <AnalyticsBody found={found} view={view} look={look} stale={figures.isPlaceholderData} />}
      </Shown>
    </Page>
  );
}
