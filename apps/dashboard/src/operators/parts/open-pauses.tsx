import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { confirm } from "../../ui/feedback/confirm";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import { useResume } from "../acts";
import type { OperatorAccount } from "../answers";
import { evidenceOf } from "../evidence";
import classes from "./operators.module.css";

/** Keys and templates whose mail waits since they bounced too often. */
export function OpenPauses({ account: { id: account, pauses } }: { account: OperatorAccount }) {
  const { t } = useTranslation("operators");
  const resume = useResume(account);
  if (pauses.length === 0) return null;
  const ask = (source: string) =>
    confirm({ title: t("pauses.ask"), children: t("pauses.askLead"), confirm: t("pauses.resume") }, () =>
      resume.mutate(source),
    );
  return (
    <Section title={t("pauses.title")}>
      {pauses.map(({ id, kind, reason, evidence, created_at }) => (
        <div key={id} className={classes.line}>
          <div>
            {t(`pauses.${kind}`)} <span className={classes.mono}>{id}</span>
            <p className={classes.reason}>{reason}</p>
            <p className={classes.note}>{evidenceOf(evidence).join(" · ")}</p>
          </div>
          <div className={classes.aside}>
            <RelativeTime at={created_at} />
            <div>
              <Button variant="default" loading={resume.isPending} onClick={() => ask(id)}>
                {t("pauses.resume")}
              </Button>
            </div>
          </div>
        </div>
      ))}
    </Section>
  );
}
