import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useLive } from "../../live/live";
import { Shown } from "../../ui/feedback/shown";
import { later } from "../../ui/later/later";
import { useAsked } from "../../ui/later/use-asked";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { Section } from "../../ui/page/section";
import { Deliveries } from "../parts/deliveries/list";
import { EndpointActions } from "../parts/endpoint-actions";
import { EndpointFacts } from "../parts/endpoint-facts";
import { HealthBadge } from "../parts/health-badge";
import { HealthNote } from "../parts/health-note";
import { Snippets } from "../parts/snippets";
import classes from "../parts/webhook.module.css";
import { webhookQuery } from "../queries";

const DeliveryDrawer = later(() => import("../parts/deliveries/drawer"), "DeliveryDrawer");

export function EndpointPage() {
  const { t } = useTranslation("webhooks");
  const { id } = useParams({ from: "/shell/webhooks/$id" });
  const { status, event } = useSearch({ from: "/shell/webhooks/$id" });
  const asked = useAsked(event !== undefined);
  const navigate = useNavigate({ from: "/webhooks/$id" });
  const webhook = useQuery(webhookQuery(useApi(), id));
  useLive(() => webhook.refetch(), webhook.isSuccess);
  const close = () =>
    void navigate({ search: status === undefined ? {} : { status }, replace: true, resetScroll: false });
  const crumbs = <Crumb to="/webhooks">{t("title")}</Crumb>;
  return (
    <Shown of={webhook} frame={{ title: t("endpoint"), crumbs }}>
      {(found) => (
        <Page
          title={found.endpoint}
          heading={
            <span className={classes.heading}>
              {found.endpoint} <HealthBadge webhook={found} />
            </span>
          }
          crumbs={crumbs}
          actions={<EndpointActions webhook={found} />}
        >
          <HealthNote webhook={found} />
          <div className={classes.columns}>
            <Deliveries webhook={found} status={status} />
            <EndpointFacts webhook={found} />
          </div>
          <Section title={t("verify.title")} lead={t("verify.lead")} plain>
            <Snippets />
          </Section>
          {asked && <DeliveryDrawer webhook={found} event={event} close={close} />}
        </Page>
      )}
    </Shown>
  );
}
