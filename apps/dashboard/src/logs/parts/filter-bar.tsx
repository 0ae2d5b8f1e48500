import { ArrowLeftRight, CircleDot, Hash, KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../ui/filters/choice-filter";
import { FilterBar } from "../../ui/filters/filter-bar";
import { PeriodFilter } from "../../ui/filters/period-filter";
import { SearchField } from "../../ui/filters/search-field";
import { byId, isWhole, type LogFilters, METHODS, STATUSES } from "../filters";
import type { NamedKey } from "./columns";

interface Props {
  filters: LogFilters;
  change(filters: LogFilters): void;
  keys: readonly NamedKey[];
}

export function LogFilterBar({ filters, change, keys }: Props) {
  const { t } = useTranslation("logs");
  const set = (some: LogFilters) => change({ ...filters, ...some });
  const { message_id: message, request_id: request, ...others } = filters;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField
        label={t("filter.endpoint")}
        hotkey="/"
        value={filters.endpoint}
        change={(endpoint) => set({ endpoint })}
      />
      <SearchField
        label={t("filter.id")}
        icon={Hash}
        value={message ?? request}
        change={(id) => change({ ...others, ...byId(id) })}
        ready={isWhole}
      />
      <ChoiceFilter
        label={t("filter.status")}
        icon={CircleDot}
        value={filters.status}
        change={(status) => set({ status })}
        choices={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <ChoiceFilter
        label={t("filter.method")}
        icon={ArrowLeftRight}
        value={filters.method}
        change={(method) => set({ method })}
        choices={METHODS.map((value) => ({ value, label: value }))}
      />
      <ChoiceFilter
        label={t("filter.key")}
        icon={KeyRound}
        value={filters.api_key_id}
        change={(key) => set({ api_key_id: key })}
        choices={keys.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PeriodFilter value={filters} change={({ from, to }) => set({ from, to })} />
    </FilterBar>
  );
}
