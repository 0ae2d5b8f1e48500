import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { Body } from "../parts/body";
import { LogFacts } from "../parts/facts";
import classes from "../parts/logs.module.css";
import { StatusCode } from "../parts/status-code";
import { logQuery } from "../queries";

/** One call: what came, what was answered, and what it was about. */
export function LogPage() {
  const { t } = useTranslation("logs");
  const { id } = useParams({ from: "/shell/logs/$id" });
  const log = useQuery(logQuery(useApi(), id));
  const crumbs = <Crumb to="/logs">{t("title")}</Crumb>;
  return (
    <Shown of={log} frame={{ title: t("log"), crumbs }}>
      {(found) => (
        <Page
          title={`${found.method} ${found.endpoint}`}
          heading={
            <span className={classes.heading}>
              <span className={classes.path}>
                {found.method} {found.endpoint}
              </span>
              <StatusCode status={found.response_status} />
            </span>
          }
          crumbs={crumbs}
        >
          <div className={classes.columns}>
            <div>
              <Body title={t("request")} lead={t("kept")} body={found.request_body} />
              <Body title={t("response")} body={found.response_body} />
            </div>
            <LogFacts log={found} />
          </div>
        </Page>
      )}
    </Shown>
  );
}
