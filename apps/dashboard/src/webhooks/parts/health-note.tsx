import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Webhook } from "@sendex/sdk/generated/api";
import { Power, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { RelativeTime } from "../../ui/time/relative-time";
import { useSwitchWebhook } from "../acts";
import { healthOf } from "../health";
import classes from "./health-note.module.css";
import { ReplayAll } from "./replay-all";

/** What is wrong with the endpoint, since when and why, and what mends it. */
export function HealthNote({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const may = useMay("developer");
  const { disabled_reason, disabled_at, failing_since } = webhook;
  const health = healthOf(webhook);
  const since = health === "disabled" ? disabled_at : failing_since;
  if (health === "well") return null;
  return (
    <div className={classes.note} data-health={health} role="status">
      <div className={classes.words}>
        <p className={classes.title}>
          {t(`note.${health}`)} {since !== null && <RelativeTime at={since} />}
        </p>
        {health === "disabled" && disabled_reason !== null && <p>{disabled_reason}</p>}
        <p className={classes.quiet}>{t(`noteLead.${health}`)}</p>
      </div>
      {may && (health === "failing" ? <Again webhook={webhook} /> : <Enable webhook={webhook} />)}
    </div>
  );
}

function Again({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<RotateCcw size={14} />} onClick={open}>
        {t("replayAll.action")}
      </Button>
      <ReplayAll webhook={webhook} opened={opened} close={close} />
    </>
  );
}

function Enable({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const enable = useSwitchWebhook(webhook);
  return (
    <Button
      variant="default"
      leftSection={<Power size={14} />}
      loading={enable.isPending}
      onClick={() => enable.mutate("enabled")}
    >
      {t("enable.action")}
    </Button>
  );
}
