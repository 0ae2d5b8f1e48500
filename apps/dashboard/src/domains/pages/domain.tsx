import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useLive } from "../../live/live";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { DomainActions } from "../parts/actions";
import { DomainBadge } from "../parts/domain-badge";
import classes from "../parts/domain.module.css";
import { LiveWorldNote } from "../parts/live-world-note";
import { Records } from "../parts/records";
import { State } from "../parts/state";
import { domainQuery } from "../queries";
import { useManaging } from "../use-managing";

export function DomainPage() {
  const { t } = useTranslation("domains");
  const { id } = useParams({ from: "/shell/domains/$id" });
  const domain = useQuery(domainQuery(useApi(), id));
  const managing = useManaging();
  useLive(() => domain.refetch(), domain.data?.status === "pending");
  const crumbs = <Crumb to="/domains">{t("title")}</Crumb>;
  return (
    <Shown of={domain} frame={{ title: t("domain"), crumbs }}>
      {(found) => (
        <Page
          title={found.name}
          heading={
            <span className={classes.heading}>
              {found.name} <DomainBadge status={found.status} />
            </span>
          }
          crumbs={crumbs}
          actions={managing && <DomainActions domain={found} />}
        >
          <LiveWorldNote />
          <State domain={found} />
          <Records domain={found} />
        </Page>
      )}
    </Shown>
  );
}
