import type { ListedContact } from "@sendex/sdk/generated/api";
import { SearchX, UsersRound } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { DataTable } from "../../../ui/table/data-table";
import type { MoreRows } from "../../../ui/table/more";
import { contactColumns } from "./columns";

interface Props {
  contacts: ListedContact[];
  filtered: boolean;
  stale: boolean;
  more: MoreRows;
}

export function ContactTable({ contacts, filtered, stale, more }: Props) {
  const { t } = useTranslation("audiences");
  const columns = useMemo(() => contactColumns(t), [t]);
  if (contacts.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("contacts.noneFiltered")}>
        {t("contacts.noneFilteredLead")}
      </EmptyState>
    ) : (
      <EmptyState icon={UsersRound} title={t("contacts.none")}>
        {t("contacts.noneLead")}
      </EmptyState>
    );
  return (
    <DataTable
      label={t("contacts.title")}
      columns={columns}
      rows={contacts}
      rowId={({ id }) => id}
      more={more}
      stale={stale}
    />
  );
}
