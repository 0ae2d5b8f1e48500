import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Webhook } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../ui/time/clock";
import { useReplayAll } from "../acts-deliveries";
import { toLocalInput } from "../local-input";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  webhook: Webhook;
  opened: boolean;
  close: () => void;
}

const DAY_MS = 86_400_000;

/** All that failed since a moment: unless it is chosen, since the endpoint fails, or a day. */
export function ReplayAll({ webhook, opened, close }: Props) {
  const { t } = useTranslation("webhooks");
  return (
    <Dialog opened={opened} onClose={close} title={t("replayAll.title")}>
      <ReplayForm webhook={webhook} close={close} />
    </Dialog>
  );
}

function ReplayForm({ webhook, close }: Omit<Props, "opened">) {
  const { t } = useTranslation("webhooks");
  const { id, failing_since } = webhook;
  const [since, setSince] = useState(() =>
    toLocalInput(failing_since === null ? now() - DAY_MS : Date.parse(failing_since)),
  );
  const replay = useReplayAll(id, close);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        replay.mutate(new Date(since).toISOString());
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t("replayAll.lead")}</Text>
        <TextInput
          type="datetime-local"
          label={t("replayAll.since")}
          description={Intl.DateTimeFormat().resolvedOptions().timeZone}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button type="submit" loading={replay.isPending}>
            {t("replayAll.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
