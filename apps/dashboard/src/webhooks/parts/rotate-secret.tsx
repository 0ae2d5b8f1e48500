import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import type { Webhook } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SecretOnce } from "../../ui/text/secret-once";
import { useRotateSecret } from "../acts";
import { RotationOverlap } from "./rotation-overlap";

interface Props {
  webhook: Webhook;
  opened: boolean;
  close: () => void;
}

const WAYS = ["overlap", "now"] as const;

/** Another secret: with a day in which both are valid, or at once. */
export function RotateSecret({ webhook, opened, close }: Props) {
  const { t } = useTranslation("webhooks");
  const [way, setWay] = useState<(typeof WAYS)[number]>("overlap");
  const rotate = useRotateSecret(webhook.id);
  const made = rotate.data;
  const leave = () => {
    close();
    rotate.reset();
    setWay("overlap");
  };
  return (
    <Modal
      opened={opened}
      onClose={leave}
      title={t(made ? "rotate.made" : "rotate.title")}
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <Stack gap="md">
          <SecretOnce secret={made.signing_secret} label={t("secret")} />
          <RotationOverlap id={webhook.id} overlaps={way === "overlap"} />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t("rotate.done")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="md">
          <Radio.Group
            value={way}
            onChange={(chosen) => setWay(WAYS.find((one) => one === chosen) ?? way)}
            aria-label={t("rotate.title")}
          >
            <Stack gap="sm">
              {WAYS.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  size="xs"
                  label={t(`rotate.${one}`)}
                  description={t(`rotate.${one}Hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button loading={rotate.isPending} onClick={() => rotate.mutate(way === "now")}>
              {t("rotate.action")}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
