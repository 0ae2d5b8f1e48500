import type { Segment } from "@sendex/sdk/generated/api";
import { Layers, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import type { Column } from "../../../ui/table/column";
import { DataTable } from "../../../ui/table/data-table";

interface Props {
  segments: Segment[];
  columns: Column<Segment>[];
  /** There are others that do not fit. */
  filtered: boolean;
}

export function SegmentTable({ segments, columns, filtered }: Props) {
  const { t } = useTranslation("audiences");
  if (segments.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("segments.noneFiltered")} />
    ) : (
      <EmptyState icon={Layers} title={t("segments.none")}>
        {t("segments.noneLead")}
      </EmptyState>
    );
  return <DataTable label={t("segments.title")} columns={columns} rows={segments} rowId={({ id }) => id} />;
}
