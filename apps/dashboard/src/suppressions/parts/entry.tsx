import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Suppression } from "../queries";
import classes from "./suppression.module.css";

/** The reason in sentences, what it came of, when it ends, and what taking it off the list would mean. */
export function Entry({ suppression }: { suppression: Suppression }) {
  const { t } = useTranslation("suppressions");
  const { id, email, reason, source, message_id, created_at, expires_at, critical_after, mode } = suppression;
  return (
    <>
      <Section title={t("why")}>
        <div className={classes.words}>
          <p>{t(`why.${reason}`)}</p>
          <p className={classes.quiet}>{t(`meaning.${reason}`)}</p>
        </div>
      </Section>
      <Section title={t("details")}>
        <Facts
          facts={[
            [t("column.email"), <Copyable key="email" text={email} />],
            [t("column.since"), <RelativeTime key="since" at={created_at} />],
            [t("column.source"), t(`source.${source}`)],
            [
              t("message"),
              message_id !== null && (
                <TextLink to="/emails/$id" params={{ id: message_id }}>
                  {message_id}
                </TextLink>
              ),
            ],
            [t("ends"), expires_at === null ? t("endsNever") : <RelativeTime at={expires_at} />],
            [t("critical"), critical_after !== null && <RelativeTime at={critical_after} />],
            [t("world"), t(`mode.${mode}`)],
            [t("id"), <Copyable key="id" text={id} />],
            [
              t("emails"),
              <TextLink key="emails" to="/emails" search={{ recipient: email }}>
                {t("emailsTo")}
              </TextLink>,
            ],
          ]}
        />
      </Section>
    </>
  );
}
