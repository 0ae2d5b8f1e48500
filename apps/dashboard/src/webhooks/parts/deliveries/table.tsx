import { Inbox, SearchX } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { DataTable } from "../../../ui/table/data-table";
import type { MoreRows } from "../../../ui/table/more";
import type { Delivery } from "../../queries";
import type { State } from "../../view";
import { deliveryColumns } from "./columns";

interface Props {
  deliveries: Delivery[];
  status: State | undefined;
  stale: boolean;
  more: MoreRows;
  /** The endpoint's id. */
  webhook: string;
}

export function DeliveryTable({ deliveries, status, stale, more, webhook }: Props) {
  const { t } = useTranslation("webhooks");
  const columns = useMemo(() => deliveryColumns(t, webhook, status), [t, webhook, status]);
  if (deliveries.length === 0)
    return status ? (
      <EmptyState icon={SearchX} title={t("deliveries.filtered")} />
    ) : (
      <EmptyState icon={Inbox} title={t("deliveries.none")}>
        {t("deliveries.noneLead")}
      </EmptyState>
    );
  return (
    <DataTable
      label={t("deliveries.title")}
      columns={columns}
      rows={deliveries}
      rowId={({ id }) => id}
      more={more}
      stale={stale}
    />
  );
}
