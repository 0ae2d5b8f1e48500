import { Button } from "@mantine/core";
import type { Alert } from "@sendex/sdk/generated/api";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { LinkButton } from "../../ui/page/link-button";
import { RelativeTime } from "../../ui/time/relative-time";
import { useAcknowledge } from "../acts";
import { placeOf, SIGNS } from "../signs";
import classes from "./alerts.module.css";
import { useSentence } from "./use-sentence";

/** What is the matter, with its numbers, since when; the way to mend it, and to say that somebody does. */
export function AlertItem({ alert }: { alert: Alert }) {
  const { t } = useTranslation("alerts");
  const { kind, status, opened_at, reopened, acknowledged_by } = alert;
  const may = useMay("developer");
  const acknowledge = useAcknowledge();
  const sentence = useSentence(alert);
  const { icon: Icon, meaning } = SIGNS[kind];
  return (
    <li className={classes.alert}>
      <span className={classes.sign} data-meaning={meaning}>
        <Icon size={15} strokeWidth={2} aria-hidden />
      </span>
      <div className={classes.words}>
        <div className={classes.name}>{t(`kind.${kind}`)}</div>
        <div className={classes.sentence}>{sentence}</div>
        <div className={classes.quiet}>
          {t("since")} <RelativeTime at={opened_at} />
          {reopened > 0 && ` · ${t("reopened", { count: reopened })}`}
          {status === "acknowledged" && ` · ${t("lookedAfter", { by: nameOf(acknowledged_by) })}`}
        </div>
      </div>
      <div className={classes.actions}>
        {status === "open" && may && (
          <Button
            variant="default"
            leftSection={<Check size={14} />}
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate(alert)}
          >
            {t("acknowledge")}
          </Button>
        )}
        <LinkButton {...placeOf(alert)} variant="default">
          {t(`mend.${kind}`)}
        </LinkButton>
      </div>
    </li>
  );
}

/** Without what kind of caller it is. */
function nameOf(by: string | null): string {
  return by?.replace(/^(user|key):/, "") ?? "";
}
