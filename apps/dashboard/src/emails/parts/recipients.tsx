import type { Email, EmailRecipient } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { StatusBadge } from "../../ui/text/status-badge";
import classes from "./email.module.css";
import { Suppressed } from "./suppressed";

/** States after which the address may stand on the suppression list. */
const MAY_SUPPRESS = ["bounced", "complained", "suppressed"];

export function Recipients({ email: { recipients } }: { email: Email }) {
  const { t } = useTranslation("emails");
  return (
    <Section title={t("recipients", { count: recipients.length })}>
      {recipients.map((recipient) => (
        <Recipient key={recipient.address} {...recipient} />
      ))}
    </Section>
  );
}

function Recipient({ address, kind, status }: EmailRecipient) {
  const { t } = useTranslation("emails");
  return (
    <div className={classes.recipient}>
      <div className={classes.address}>
        {address} {kind !== "to" && <span className={classes.quiet}>{t(`kind.${kind}`)}</span>}
        {MAY_SUPPRESS.includes(status) && <Suppressed address={address} />}
      </div>
      <StatusBadge status={status} />
    </div>
  );
}
