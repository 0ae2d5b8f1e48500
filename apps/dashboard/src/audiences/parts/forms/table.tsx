import type { Form } from "@sendex/sdk/generated/api";
import { ClipboardPen, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import type { Column } from "../../../ui/table/column";
import { DataTable } from "../../../ui/table/data-table";

interface Props {
  forms: Form[];
  columns: Column<Form>[];
  /** There are others that do not fit. */
  filtered: boolean;
}

export function FormTable({ forms, columns, filtered }: Props) {
  const { t } = useTranslation("audiences");
  if (forms.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("forms.noneFiltered")} />
    ) : (
      <EmptyState icon={ClipboardPen} title={t("forms.none")}>
        {t("forms.noneLead")}
      </EmptyState>
    );
  return <DataTable label={t("forms.title")} columns={columns} rows={forms} rowId={({ id }) => id} />;
}
