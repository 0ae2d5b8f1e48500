import type { EmailList } from "@sendex/sdk/generated/api";
import { Mail, SearchX } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { DataTable } from "../../ui/table/data-table";
import type { MoreRows } from "../../ui/table/more";
import { emailColumns } from "./columns";

interface Props {
  pages: EmailList[];
  filtered: boolean;
  stale: boolean;
  more: MoreRows;
}

export function EmailTable({ pages, filtered, stale, more }: Props) {
  const { t } = useTranslation("emails");
  const emails = useMemo(() => pages.flatMap(({ data }) => data), [pages]);
  const columns = useMemo(() => emailColumns(t), [t]);
  if (emails.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("none.filtered")}>
        {t("none.filteredLead")}
      </EmptyState>
    ) : (
      <EmptyState icon={Mail} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={emails}
      rowId={({ id }) => id}
      more={more}
      stale={stale}
    />
  );
}
