import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Facts } from "../../ui/page/facts";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Suspension } from "@sendex/sdk/generated/api";
import { pastOf } from "../past";
import { suspensionsQuery } from "../queries";
import { AppealItem } from "./appeal-item";
import { Evidence } from "./evidence";
import classes from "./reputation.module.css";

/** Suspensions that were lifted: why they came, and how they ended. */
export function History() {
  const { t } = useTranslation("reputation");
  const { data } = useQuery(suspensionsQuery(useApi()));
  const past = pastOf(data?.data ?? []);
  if (past.length === 0) return null;
  return (
    <Section title={t("history")}>
      <ul className={classes.list}>
        {past.map((suspension) => (
          <Past key={suspension.id} suspension={suspension} />
        ))}
      </ul>
    </Section>
  );
}

function Past({ suspension }: { suspension: Suspension }) {
  const { t } = useTranslation("reputation");
  const { cause, reason, evidence, created_at, lifted_at, note, appeals } = suspension;
  return (
    <li className={classes.appeal}>
      <p className={classes.reason}>{reason}</p>
      <Facts
        facts={[
          [t("cause"), t(`cause.${cause}`)],
          [t("since"), <RelativeTime key="since" at={created_at} />],
          [t("history.lifted"), lifted_at !== null && <RelativeTime at={lifted_at} />],
          [t("history.noted"), note],
        ]}
      />
      <Evidence evidence={evidence} />
      {appeals.length > 0 && (
        <ol className={classes.list} aria-label={t("appeal.history")}>
          {appeals.map((appeal) => (
            <AppealItem key={appeal.id} appeal={appeal} />
          ))}
        </ol>
      )}
    </li>
  );
}
