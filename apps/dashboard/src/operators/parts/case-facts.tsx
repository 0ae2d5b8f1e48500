import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Case } from "../answers";
import { percent } from "./columns/case";
import classes from "./operators.module.css";

export function CaseFacts({ of }: { of: Case }) {
  const { t, i18n } = useTranslation("operators");
  return (
    <div>
      <Section title={t("case.reasons")}>
        <ul className={classes.reasons}>
          {of.reasons.map(({ signal, sentence }) => (
            <li key={signal}>
              {sentence} <code>{signal}</code>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("case.about")}>
        <Facts
          facts={[
            [
              t("column.account"),
              <TextLink key="account" to="/operator/accounts/$id" params={{ id: of.accountId }}>
                <span className={classes.mono}>{of.accountId}</span>
              </TextLink>,
            ],
            [t("case.message"), <Copyable key="message" text={of.messageId} />],
            [t("cases.score"), percent(of.score, i18n.language)],
            [t("case.rests"), t(of.structural ? "case.onBuild" : "case.onWords")],
            [t("cases.did"), t(`cases.${of.action}`)],
            [t("case.reviewer"), of.provider],
            [t("column.at"), <RelativeTime key="at" at={of.createdAt} />],
            [t("case.decision"), of.decision && t(`case.${of.decision}`)],
            [t("case.decidedBy"), of.decidedBy],
            [t("reason.note"), of.note],
          ]}
        />
      </Section>
    </div>
  );
}
