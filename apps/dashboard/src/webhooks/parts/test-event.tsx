import { Button, Group, Select, Stack, Text } from "@mantine/core";
import type { Webhook } from "@sendex/sdk/generated/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTestEvent } from "../acts-deliveries";
import { isEventName } from "../groups";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  webhook: Webhook;
  opened: boolean;
  close: () => void;
}

/** Tells the endpoint of something made up, then shows what came of it. */
export function TestEvent({ webhook, opened, close }: Props) {
  const { t } = useTranslation("webhooks");
  const navigate = useNavigate({ from: "/webhooks/$id" });
  const names = webhook.events.filter(isEventName);
  const [name, setName] = useState(names.find((one) => one === "email.delivered") ?? names[0]);
  const test = useTestEvent(webhook.id, (event) => {
    close();
    void navigate({ search: { event }, replace: true, resetScroll: false });
  });
  return (
    <Dialog opened={opened} onClose={close} title={t("test.title")}>
      <Stack gap="md">
        <Text size="sm">{t("test.lead")}</Text>
        <Select
          label={t("event")}
          data={names}
          value={name ?? null}
          onChange={(chosen) => setName(names.find((one) => one === chosen))}
          allowDeselect={false}
          searchable
          data-autofocus
        />
        <Group justify="flex-end">
          <Button
            loading={test.isPending}
            disabled={name === undefined}
            onClick={() => name && test.mutate(name)}
          >
            {t("test.action")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
