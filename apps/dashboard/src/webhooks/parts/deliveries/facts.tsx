import { Button, Group, Stack } from "@mantine/core";
import type { Webhook } from "@sendex/sdk/generated/api";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { Facts } from "../../../ui/page/facts";
import { TextLink } from "../../../ui/page/link-button";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";
import { useReplay } from "../../acts-deliveries";
import { messageOf } from "../../payload";
import type { Delivery } from "../../queries";
import classes from "./delivery.module.css";
import { StateBadge } from "./state-badge";

interface Props {
  webhook: Webhook;
  delivery: Delivery & { payload: unknown };
}

export function DeliveryFacts({ webhook, delivery }: Props) {
  const { t } = useTranslation("webhooks");
  const may = useMay("developer");
  const replay = useReplay(webhook.id);
  const { id, type, test, status, created_at, next_attempt_at, payload } = delivery;
  const message = test ? undefined : messageOf(payload);
  return (
    <Stack gap="md" mb="xl">
      <Facts
        facts={[
          [
            t("event"),
            <code key="type" className={classes.type}>
              {type}
            </code>,
          ],
          [t("column.state"), <StateBadge key="state" status={status} />],
          [t("test.badge"), test && t("test.fact")],
          [t("column.happened"), <RelativeTime key="at" at={created_at} />],
          [t("column.next"), next_attempt_at !== null && <RelativeTime at={next_attempt_at} />],
          [
            t("message"),
            message !== undefined && (
              <TextLink to="/emails/$id" params={{ id: message }}>
                {message}
              </TextLink>
            ),
          ],
          [t("webhookId"), <Copyable key="id" text={id} />],
        ]}
      />
      {may && (
        <Group>
          <Button
            variant="default"
            leftSection={<RotateCcw size={14} />}
            loading={replay.isPending}
            disabled={webhook.status === "disabled"}
            onClick={() => replay.mutate(id)}
          >
            {t(status === "attempting" || status === "pending" ? "replay.now" : "replay.action")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
