import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { TextLink } from "../../ui/page/link-button";
import { percent } from "../percent";
import classes from "./reputation.module.css";

export type EvidenceFacts = Account["pauses"][number]["evidence"];

/** The figures, or the message, that a decision rests on. */
export function Evidence({ evidence }: { evidence: EvidenceFacts }) {
  const { t, i18n } = useTranslation("reputation");
  const { sent, hurt, percent: rate, threshold_percent, window_days, message_id, label, signals } = evidence;
  if (Object.keys(evidence).length === 0) return null;
  const figure = (count: number | undefined) =>
    count !== undefined && new Intl.NumberFormat(i18n.language).format(count);
  const share = (of: number | undefined) => of !== undefined && percent(of, i18n.language);
  return (
    <div className={classes.evidence}>
      <Facts
        facts={[
          [t("evidence.sent"), figure(sent)],
          [t("evidence.hurt"), figure(hurt)],
          [t("evidence.rate"), share(rate)],
          [t("evidence.limit"), share(threshold_percent)],
          [t("evidence.window"), window_days !== undefined && t("evidence.days", { count: window_days })],
          [t("evidence.label"), label],
          [t("evidence.signals"), signals && signals.length > 0 && signals.join(", ")],
          [t("evidence.message"), message_id !== undefined && <MessageLink id={message_id} />],
        ]}
      />
    </div>
  );
}

function MessageLink({ id }: { id: string }) {
  return (
    <TextLink to="/emails/$id" params={{ id }} className={classes.id}>
      {id}
    </TextLink>
  );
}
