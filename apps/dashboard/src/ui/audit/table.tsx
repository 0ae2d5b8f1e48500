import { ScrollText } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../feedback/empty-state";
import { DataTable } from "../table/data-table";
import type { MoreRows } from "../table/more";
import { useAuditColumns } from "./columns";
import type { AuditRow } from "./entry";

interface Props {
  entries: AuditRow[];
  more: MoreRows;
  /** Each row names its account, and its subject is no page of this account's. */
  ofAll?: boolean;
}

/** Who did what, newest first. */
export function AuditTable({ entries, more, ofAll = false }: Props) {
  const { t } = useTranslation("audit");
  const all = useAuditColumns();
  // The file that is saved has the details in a column of their own, the table below the act.
  const columns = useMemo(
    () => all.filter(({ id }) => id !== "detail" && (ofAll || id !== "account")),
    [all, ofAll],
  );
  if (entries.length === 0)
    return (
      <EmptyState icon={ScrollText} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return <DataTable label={t("title")} columns={columns} rows={entries} rowId={({ id }) => id} more={more} />;
}
