import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Send } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { later } from "../../ui/later/later";
import { LinkButton } from "../../ui/page/link-button";
import { Page } from "../../ui/page/page";
import { now } from "../../ui/time/clock";
import { isEmpty } from "../attention";
import { OverviewBody } from "../parts/body";
import { Period } from "../parts/period";
import { OverviewSkeleton } from "../parts/skeleton";
import { overviewQuery } from "../queries";
import { spanOf } from "../span";
import { useStandingNews } from "../use-standing-news";
import { useGuide } from "../use-guide";
import type { OverviewView } from "../view";

const Guide = later(() => import("../guide/guide"), "Guide");

/** How the mail goes, and what needs somebody; how a first mail is sent where none was. */
export function OverviewPage() {
  const { t } = useTranslation("overview");
  const view = useSearch({ from: "/shell/overview" });
  const navigate = useNavigate({ from: "/overview" });
  const overview = useQuery({ ...overviewQuery(useApi(), view), placeholderData: (last) => last });
  const guide = useGuide(view, overview.data && isEmpty(overview.data.attention));
  const change = (next: OverviewView) => void navigate({ search: next, replace: true });
  const may = useMay("developer");
  useStandingNews(overview.data?.attention);
  if (guide.shown) return <Guide leave={guide.leave} />;
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {may && (
            <LinkButton
              to="/overview"
              search={{ ...view, guide: true }}
              variant="default"
              leftSection={<Send size={14} />}
            >
              {t("guide.action")}
            </LinkButton>
          )}
          <Period view={view} change={(period) => change({ as: view.as, ...period })} />
        </>
      }
    >
      <Shown of={overview} skeleton={<OverviewSkeleton />}>
        {(found) => (
          <OverviewBody
            overview={found}
            bars={spanOf(view, new Date(now())).bars}
            view={view}
            change={change}
            stale={overview.isPlaceholderData}
          />
        )}
      </Shown>
    </Page>
  );
}
