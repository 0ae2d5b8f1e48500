import { KeyRound, SearchX } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { DataTable } from "../../ui/table/data-table";
import type { ApiKey } from "../queries";
import type { KeySearch } from "../search";
import { keyColumns } from "./columns";

interface Props {
  keys: ApiKey[];
  /** There are others that do not fit. */
  filtered: boolean;
  search: KeySearch;
}

export function KeyTable({ keys, filtered, search }: Props) {
  const { t } = useTranslation("access");
  const { q, mode } = search;
  const columns = useMemo(
    () => keyColumns(t, { ...(q !== undefined && { q }), ...(mode !== undefined && { mode }) }),
    [t, q, mode],
  );
  if (keys.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("none.filtered")} />
    ) : (
      <EmptyState icon={KeyRound} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return <DataTable label={t("title")} columns={columns} rows={keys} rowId={({ id }) => id} />;
}
