import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../ui/time/clock";
import { precise } from "../../ui/time/format";
import { useRotateSecret } from "../acts";

/** Source: docs/webhooks.md "Another secret" */
const OVERLAP_MS = 24 * 3_600_000;

/** How long the former secret goes on, and the way to end it now. */
export function RotationOverlap({ id, overlaps }: { id: string; overlaps: boolean }) {
  const { t, i18n } = useTranslation("webhooks");
  const [until] = useState(() => precise(now() + OVERLAP_MS, i18n.language));
  const expire = useRotateSecret(id);
  if (!overlaps || expire.isSuccess)
    return (
      <Text size="sm" role="status">
        {t("rotate.ended")}
      </Text>
    );
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Text size="sm">{t("rotate.until", { until })}</Text>
      <Button variant="default" flex="none" loading={expire.isPending} onClick={() => expire.mutate(true)}>
        {t("rotate.expire")}
      </Button>
    </Group>
  );
}
