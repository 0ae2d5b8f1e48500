import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { later } from "../../ui/later/later";
import { Crumb } from "../../ui/page/crumb";
import { broadcastQuery } from "../broadcast-queries";
import { Workshop } from "../parts/draft/workshop";

const Report = later(() => import("../parts/broadcast/report"), "Report");

/** A draft is written here; what was sent is looked at. */
export function BroadcastPage() {
  const { t } = useTranslation("broadcasts");
  const { id } = useParams({ from: "/shell/broadcasts/$id" });
  const broadcast = useQuery(broadcastQuery(useApi(), id));
  const crumbs = <Crumb to="/broadcasts">{t("title")}</Crumb>;
  return (
    <Shown of={broadcast} frame={{ title: t("broadcast"), crumbs }}>
      {(found) =>
        found.state === "draft" ? (
          <Workshop key={found.id} broadcast={found} crumbs={crumbs} />
        ) : (
          <Report key={found.id} broadcast={found} crumbs={crumbs} />
        )
      }
    </Shown>
  );
}
