import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { MailCheck, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../ui/feedback/confirm";
import { useRemove } from "../acts";
import type { Suppression } from "../queries";

/** A complaint is only removed by somebody who says so; everything else at once, with a way back. */
function useAskedRemoval(suppression: Suppression, onRemoved?: () => void) {
  const { t } = useTranslation("suppressions");
  const remove = useRemove(onRemoved);
  const { email, reason } = suppression;
  const ask = () =>
    confirm(
      {
        title: t("remove.title", { email }),
        children: t("meaning.complaint"),
        confirm: t("remove.action"),
        dangerous: true,
      },
      () => remove.mutate(suppression),
    );
  return {
    pending: remove.isPending,
    act: reason === "complaint" ? ask : () => remove.mutate(suppression),
  };
}

/** At the end of a row. */
export function RemoveRow({ suppression }: { suppression: Suppression }) {
  const { t } = useTranslation("suppressions");
  const { act, pending } = useAskedRemoval(suppression);
  return (
    <Tooltip label={t("remove.action")}>
      <ActionIcon
        size="sm"
        aria-label={t("remove.of", { email: suppression.email })}
        loading={pending}
        onClick={act}
      >
        <X size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

/** On the address's own page. */
export function RemoveButton({ suppression, done }: { suppression: Suppression; done: () => void }) {
  const { t } = useTranslation("suppressions");
  const { act, pending } = useAskedRemoval(suppression, done);
  return (
    <Button variant="default" leftSection={<MailCheck size={14} />} loading={pending} onClick={act}>
      {t("remove.action")}
    </Button>
  );
}
