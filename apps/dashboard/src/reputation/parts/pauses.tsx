import { Button } from "@mantine/core";
import type { Account } from "@sendex/sdk/generated/api";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import { useResume } from "../acts";
import { Evidence } from "./evidence";
import classes from "./reputation.module.css";

type Pause = Account["pauses"][number];

/** Keys and templates that alone bring the rate up, and wait until somebody lets them go on. */
export function Pauses({ pauses }: { pauses: Pause[] }) {
  const { t } = useTranslation("reputation");
  if (pauses.length === 0) return null;
  return (
    <Section title={t("pauses")} lead={t("pauses.lead")}>
      <ul className={classes.list}>
        {pauses.map((pause) => (
          <PauseItem key={pause.id} pause={pause} />
        ))}
      </ul>
    </Section>
  );
}

function PauseItem({ pause: { id, kind, reason, evidence, created_at } }: { pause: Pause }) {
  const { t } = useTranslation("reputation");
  const may = useMay("developer");
  const resume = useResume();
  const ask = () =>
    confirm({ title: t("pause.title"), children: t("pause.lead"), confirm: t("pause.action") }, () =>
      resume.mutate(id),
    );
  return (
    <li className={classes.appeal}>
      <div className={classes.foot}>
        <span className={classes.words}>
          <span>
            {t(`pause.${kind}`)} <Copyable text={id} />
          </span>
          <span className={classes.quiet}>
            <RelativeTime at={created_at} />
          </span>
        </span>
        {may && (
          <Button variant="default" leftSection={<Play size={14} />} loading={resume.isPending} onClick={ask}>
            {t("pause.action")}
          </Button>
        )}
      </div>
      <p className={classes.written}>{reason}</p>
      <Evidence evidence={evidence} />
    </li>
  );
}
