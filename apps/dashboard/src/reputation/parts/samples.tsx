import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { TextLink } from "../../ui/page/link-button";
import { StatusBadge } from "../../ui/text/status-badge";
import { RelativeTime } from "../../ui/time/relative-time";
import { newestFirst } from "../appeals";
import { samplesQuery } from "../queries";
import classes from "./reputation.module.css";

const MOST = 5;

/** The latest mail that bounced or was complained about. */
export function Samples() {
  const { t } = useTranslation("reputation");
  const api = useApi();
  const bounced = useQuery(samplesQuery(api, "bounced"));
  const complained = useQuery(samplesQuery(api, "complained"));
  const emails = newestFirst([...(bounced.data?.data ?? []), ...(complained.data?.data ?? [])]).slice(
    0,
    MOST,
  );
  if (emails.length === 0) return null;
  return (
    <div className={classes.samples}>
      <h3 className={classes.small}>{t("samples")}</h3>
      <ul className={classes.list}>
        {emails.map(({ id, to, subject, status, created_at }) => (
          <li key={id} className={classes.sample}>
            <StatusBadge status={status} />
            <span className={classes.words}>
              <TextLink to="/emails/$id" params={{ id }}>
                {subject || t("noSubject")}
              </TextLink>
              <span className={classes.quiet}>{to.join(", ")}</span>
            </span>
            <span className={classes.quiet}>
              <RelativeTime at={created_at} />
            </span>
          </li>
        ))}
      </ul>
      <TextLink to="/emails" search={{ status: "bounced" }} className={classes.all}>
        {t("samples.all")}
      </TextLink>
    </div>
  );
}
