import { OctagonX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { Badge } from "../../ui/text/badge";
import { RelativeTime } from "../../ui/time/relative-time";
import type { OperatorAccount } from "../answers";
import { evidenceOf } from "../evidence";
import classes from "./operators.module.css";

type Suspension = NonNullable<OperatorAccount["suspension"]>;

/** Why the account is suspended now, and what its owner said. */
export function OpenSuspension({ suspension }: { suspension: Suspension }) {
  const { t } = useTranslation("operators");
  const { cause, reason, evidence, created_at, held_until, appeals } = suspension;
  return (
    <Section title={t("suspension.title")}>
      <div className={classes.line}>
        <div>
          <Badge meaning="bad" icon={OctagonX}>
            {t(`cause.${cause}`)}
          </Badge>
          <p className={classes.reason}>{reason}</p>
          <p className={classes.note}>{evidenceOf(evidence).join(" · ")}</p>
        </div>
        <div className={classes.aside}>
          <RelativeTime at={created_at} />
          <div>
            {t("holds.givenUp")} <RelativeTime at={held_until} />
          </div>
        </div>
      </div>
      {appeals.map(({ id, status, message, created_at: at }) => (
        <div key={id} className={classes.line}>
          <div>
            <TextLink to="/operator/appeals">{t("appeals.one")}</TextLink>{" "}
            <span className={classes.quiet}>{t(`appeal.${status}`)}</span>
            <p className={classes.reason}>{message}</p>
          </div>
          <div className={classes.aside}>
            <RelativeTime at={at} />
          </div>
        </div>
      ))}
    </Section>
  );
}
