import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import { Evidence } from "./evidence";
import classes from "./reputation.module.css";
import { Samples } from "./samples";

export type Suspension = NonNullable<Account["suspension"]>;

/** The decision in a sentence, and what it rests on. */
export function Why({ suspension: { cause, reason, evidence, created_at } }: { suspension: Suspension }) {
  const { t } = useTranslation("reputation");
  return (
    <Section title={t("why")}>
      <p className={classes.reason}>{reason}</p>
      <Facts
        facts={[
          [t("cause"), t(`cause.${cause}`)],
          [t("since"), <RelativeTime key="since" at={created_at} />],
        ]}
      />
      <Evidence evidence={evidence} />
      {cause === "bounce_rate" && <Samples />}
    </Section>
  );
}
