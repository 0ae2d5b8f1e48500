import { useTranslation } from "react-i18next";
import { LinkButton } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import classes from "./reputation.module.css";

/** So many are counted at most. */
const MOST_COUNTED = 10_000;

/** What waits for the decision, and until when. */
export function Held({ held, until }: { held: number; until: string }) {
  const { t, i18n } = useTranslation("reputation");
  const figure = new Intl.NumberFormat(i18n.language).format(held) + (held >= MOST_COUNTED ? "+" : "");
  return (
    <Section
      title={t("held")}
      actions={
        held > 0 && (
          <LinkButton to="/emails" search={{ status: "held" }} variant="default">
            {t("held.action")}
          </LinkButton>
        )
      }
    >
      <p>
        {t("held.count", { count: held, figure })} {t("held.until")} <RelativeTime at={until} />.
      </p>
      <p className={classes.quiet}>{t("held.lead")}</p>
    </Section>
  );
}
