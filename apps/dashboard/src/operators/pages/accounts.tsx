import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Building2, CircleDot } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../ui/filters/choice-filter";
import { FilterBar } from "../../ui/filters/filter-bar";
import { SearchField } from "../../ui/filters/search-field";
import { useAdmin } from "../admin";
import { type AccountFilters, STANDINGS } from "../filters";
import { accountColumns } from "../parts/columns/account";
import { ExportRows } from "../../ui/table/export-rows";
import { OperatorFrame } from "../parts/frame";
import { AdminList } from "../parts/list";
import { accountsQuery } from "../queries";
import { usePages } from "../use-pages";

export function AccountsPage() {
  const { t } = useTranslation("operators");
  const filters = useSearch({ from: "/shell/operator/accounts" });
  const accounts = useInfiniteQuery({
    ...accountsQuery(useAdmin(), filters),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => accountColumns(t), [t]);
  const { rows } = usePages(accounts);
  return (
    <OperatorFrame part="accounts" actions={<ExportRows name="accounts" columns={columns} rows={rows} />}>
      <Filters filters={filters} />
      <AdminList
        label={t("part.accounts")}
        list={accounts}
        columns={columns}
        empty={{ icon: Building2, title: t("accounts.none"), lead: t("accounts.noneLead") }}
      />
    </OperatorFrame>
  );
}

function Filters({ filters }: { filters: AccountFilters }) {
  const { t } = useTranslation("operators");
  const navigate = useNavigate({ from: "/operator/accounts" });
  const change = (search: AccountFilters) => void navigate({ search, replace: true });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField
        label={t("accounts.search")}
        hotkey="/"
        value={filters.q}
        change={(q) => change({ ...filters, q })}
      />
      <ChoiceFilter
        label={t("column.standing")}
        icon={CircleDot}
        value={filters.standing}
        change={(standing) => change({ ...filters, standing })}
        choices={STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) }))}
      />
    </FilterBar>
  );
}
