import { SearchX, ShieldCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { EmptyState } from "../../ui/feedback/empty-state";
import { DataTable } from "../../ui/table/data-table";
import type { MoreRows } from "../../ui/table/more";
import type { Suppression } from "../queries";
import { suppressionColumns } from "./columns";

interface Props {
  suppressions: Suppression[];
  filtered: boolean;
  stale: boolean;
  more: MoreRows;
}

export function SuppressionTable({ suppressions, filtered, stale, more }: Props) {
  const { t } = useTranslation("suppressions");
  const may = useMay("developer");
  const columns = useMemo(() => suppressionColumns(t, may), [t, may]);
  if (suppressions.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("none.filtered")}>
        {t("none.filteredLead")}
      </EmptyState>
    ) : (
      <EmptyState icon={ShieldCheck} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={suppressions}
      rowId={({ id }) => id}
      more={more}
      stale={stale}
    />
  );
}
