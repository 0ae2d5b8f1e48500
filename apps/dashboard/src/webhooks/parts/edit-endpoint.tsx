import type { Webhook } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useEditWebhook } from "../acts";
import { EndpointForm } from "./endpoint-form";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  webhook: Webhook;
  opened: boolean;
  close: () => void;
}

export function EditEndpoint({ webhook, opened, close }: Props) {
  const { t } = useTranslation("webhooks");
  const edit = useEditWebhook(webhook.id, close);
  return (
    <Dialog opened={opened} onClose={close} title={t("edit.title")} size="lg">
      <EndpointForm
        webhook={webhook}
        submit={(values) => edit.mutate(values)}
        error={edit.error}
        pending={edit.isPending}
        verb={t("edit.save")}
      />
    </Dialog>
  );
}
