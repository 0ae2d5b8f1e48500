import type { Appeal } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import { RelativeTime } from "../../ui/time/relative-time";
import { MEANINGS } from "../appeals";
import classes from "./reputation.module.css";

/** What was written, and what was decided. */
export function AppealItem({
  appeal: { status, message, note, created_at, decided_at },
}: {
  appeal: Appeal;
}) {
  const { t } = useTranslation("reputation");
  return (
    <li className={classes.appeal}>
      <div className={classes.foot}>
        <Badge meaning={MEANINGS[status]}>{t(`appeal.${status}`)}</Badge>
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      </div>
      <p className={classes.written}>{message}</p>
      {decided_at !== null && (
        <div className={classes.decision}>
          <span className={classes.quiet}>
            {t("appeal.decided")} <RelativeTime at={decided_at} />
          </span>
          <p className={classes.written}>{note ?? t("appeal.noNote")}</p>
        </div>
      )}
    </li>
  );
}
