import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { LinkButton } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import { heldQuery } from "../queries";
import classes from "./reputation.module.css";

/** So many are counted at most. */
const MOST_COUNTED = 10_000;

/** What waits for the decision, and until when. */
export function Held({ until }: { until: string }) {
  const { t, i18n } = useTranslation("reputation");
  const { data: held } = useQuery(heldQuery(useApi()));
  const count = held ?? 0;
  const figure = new Intl.NumberFormat(i18n.language).format(count) + (count >= MOST_COUNTED ? "+" : "");
  return (
    <Section
      title={t("held")}
      actions={
        count > 0 && (
          <LinkButton to="/emails" search={{ status: "held" }} variant="default">
            {t("held.action")}
          </LinkButton>
        )
      }
    >
      <p>
        {typeof held === "number" && t("held.count", { count, figure })} {t("held.until")}{" "}
        <RelativeTime at={until} />.
      </p>
      <p className={classes.quiet}>{t("held.lead")}</p>
    </Section>
  );
}
