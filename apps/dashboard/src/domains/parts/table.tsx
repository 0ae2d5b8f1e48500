import { Globe } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { DataTable } from "../../ui/table/data-table";
import type { ListedDomain } from "../queries";
import { domainColumns } from "./columns";

export function DomainTable({ domains }: { domains: ListedDomain[] }) {
  const { t } = useTranslation("domains");
  const columns = useMemo(() => domainColumns(t), [t]);
  if (domains.length === 0)
    return (
      <EmptyState icon={Globe} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return <DataTable label={t("title")} columns={columns} rows={domains} rowId={({ id }) => id} />;
}
