import type { Topic } from "@sendex/sdk/generated/api";
import { SearchX, Tags } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import type { Column } from "../../../ui/table/column";
import { DataTable } from "../../../ui/table/data-table";

interface Props {
  topics: Topic[];
  columns: Column<Topic>[];
  /** There are others that do not fit. */
  filtered: boolean;
}

/** In the order in which people choose among them. */
export function TopicTable({ topics, columns, filtered }: Props) {
  const { t } = useTranslation("audiences");
  if (topics.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("topics.noneFiltered")} />
    ) : (
      <EmptyState icon={Tags} title={t("topics.none")}>
        {t("topics.noneLead")}
      </EmptyState>
    );
  return <DataTable label={t("topics.title")} columns={columns} rows={topics} rowId={({ id }) => id} />;
}
