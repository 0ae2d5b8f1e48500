import type { ListedLog } from "@sendex/sdk/generated/api";
import { ScrollText, SearchX } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { DataTable } from "../../ui/table/data-table";
import type { MoreRows } from "../../ui/table/more";
import { logColumns, type NamedKey } from "./columns";

interface Props {
  logs: ListedLog[];
  keys: readonly NamedKey[];
  filtered: boolean;
  stale: boolean;
  more: MoreRows;
}

export function LogTable({ logs, keys, filtered, stale, more }: Props) {
  const { t } = useTranslation("logs");
  const columns = useMemo(() => logColumns(t, keys), [t, keys]);
  if (logs.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("none.filtered")}>
        {t("none.filteredLead")}
      </EmptyState>
    ) : (
      <EmptyState icon={ScrollText} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={logs}
      rowId={({ id }) => id}
      more={more}
      stale={stale}
    />
  );
}
