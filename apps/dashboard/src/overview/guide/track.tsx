import type { Email } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { timeOfDay } from "../../ui/time/format";
import { secondsBetween, stopsOf } from "./arrival";
import classes from "./arrive.module.css";

/** Accepted, sent, delivered: when, and how many seconds after it was accepted. */
export function Track({ email }: { email: Email }) {
  const { t, i18n } = useTranslation("overview");
  const stops = stopsOf(email.events);
  const begun = stops[0]?.at ?? email.created_at;
  return (
    <ol className={classes.track}>
      {stops.map(({ status, at }, index) => (
        <li key={status} className={classes.stop} data-reached={at !== undefined}>
          {t(`guide.stop.${status}`)}
          <span className={classes.time}>
            {at === undefined
              ? "–"
              : index === 0
                ? timeOfDay(Date.parse(at), i18n.language)
                : t("guide.after", { seconds: secondsBetween(begun, at, i18n.language) })}
          </span>
        </li>
      ))}
    </ol>
  );
}
