import type { Webhook } from "@sendex/sdk/generated/api";
import { Webhook as WebhookIcon } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { DataTable } from "../../ui/table/data-table";
import { webhookColumns } from "./columns";

export function WebhookTable({ webhooks }: { webhooks: Webhook[] }) {
  const { t } = useTranslation("webhooks");
  const columns = useMemo(() => webhookColumns(t), [t]);
  if (webhooks.length === 0)
    return (
      <EmptyState icon={WebhookIcon} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return <DataTable label={t("title")} columns={columns} rows={webhooks} rowId={({ id }) => id} />;
}
