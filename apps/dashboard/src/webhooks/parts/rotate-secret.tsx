import { Button, Group, Radio, Stack } from "@mantine/core";
import type { Webhook } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SecretOnce } from "../../ui/text/secret-once";
import { useRotateSecret } from "../acts";
import { RotationOverlap } from "./rotation-overlap";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  webhook: Webhook;
  opened: boolean;
  close: () => void;
}

const WAYS = ["overlap", "now"] as const;
type Way = (typeof WAYS)[number];

/** Another secret: with a day in which both are valid, or at once. */
export function RotateSecret({ webhook, opened, close }: Props) {
  const { t } = useTranslation("webhooks");
  const [way, setWay] = useState<Way>("overlap");
  const rotate = useRotateSecret(webhook.id);
  const made = rotate.data;
  const leave = () => {
    close();
    rotate.reset();
    setWay("overlap");
  };
  return (
    <Dialog
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
        <Ask
          way={way}
          choose={setWay}
          pending={rotate.isPending}
          rotate={() => rotate.mutate(way === "now")}
        />
      )}
    </Dialog>
  );
}

interface AskProps {
  way: Way;
  choose(way: Way): void;
  pending: boolean;
  rotate: () => void;
}

function Ask({ way, choose, pending, rotate }: AskProps) {
  const { t } = useTranslation("webhooks");
  return (
    <Stack gap="md">
      <Radio.Group
        value={way}
        onChange={(chosen) => choose(WAYS.find((one) => one === chosen) ?? way)}
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
        <Button loading={pending} onClick={rotate}>
          {t("rotate.action")}
        </Button>
      </Group>
    </Stack>
  );
}
