import type { Email } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { StatusBadge } from "../../ui/text/status-badge";
import classes from "./email.module.css";

export function Recipients({ email: { recipients } }: { email: Email }) {
  const { t } = useTranslation("emails");
  return (
    <Section title={t("recipients", { count: recipients.length })}>
      {recipients.map(({ address, kind, status }) => (
        <div key={address} className={classes.recipient}>
          <span className={classes.address}>
            {address} {kind !== "to" && <span className={classes.quiet}>{t(`kind.${kind}`)}</span>}
          </span>
          <StatusBadge status={status} />
        </div>
      ))}
    </Section>
  );
}
