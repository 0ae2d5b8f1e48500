import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useLive } from "../../live/live";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Section } from "../../ui/page/section";
import { acknowledgedQuery, openAlertsQuery } from "../queries";
import { AlertItem } from "./alert-item";
import classes from "./alerts.module.css";

/** What is the matter now: first what nobody looks after. */
export function Standing() {
  const { t } = useTranslation("alerts");
  const api = useApi();
  const open = useQuery(openAlertsQuery(api));
  const acknowledged = useQuery(acknowledgedQuery(api));
  useLive(() => Promise.all([open.refetch(), acknowledged.refetch()]), open.isSuccess);
  return (
    <Section title={t("open")} plain>
      <Shown of={open} skeleton={<RowSkeletons rows={2} />}>
        {(found) => {
          const all = [...found, ...(acknowledged.data ?? [])];
          return all.length === 0 ? (
            <p className={classes.calm}>
              <CircleCheck size={15} aria-hidden /> {t("calm")}
            </p>
          ) : (
            <ul className={classes.list}>
              {all.map((alert) => (
                <AlertItem key={alert.id} alert={alert} />
              ))}
            </ul>
          );
        }}
      </Shown>
    </Section>
  );
}
