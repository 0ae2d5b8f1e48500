import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useLive } from "../../live/live";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { StatusBadge } from "../../ui/text/status-badge";
import { EmailActions } from "../parts/actions";
import { EmailBody } from "../parts/body";
import classes from "../parts/email.module.css";
import { useRefreshEmail } from "../use-refresh";
import { emailQuery } from "../queries";

export function EmailPage() {
  const { t } = useTranslation("emails");
  const { id } = useParams({ from: "/shell/emails/$id" });
  const email = useQuery(emailQuery(useApi(), id));
  useLive(useRefreshEmail(id), email.isSuccess);
  const crumbs = <Crumb to="/emails">{t("title")}</Crumb>;
  return (
    <Shown of={email} frame={{ title: t("email"), crumbs }}>
      {(found) => (
        <Page
          title={found.subject || t("noSubject")}
          heading={
            <span className={classes.heading}>
              {found.subject || t("noSubject")} <StatusBadge status={found.status} />
            </span>
          }
          crumbs={crumbs}
          actions={<EmailActions email={found} />}
        >
          <EmailBody email={found} />
        </Page>
      )}
    </Shown>
  );
}
