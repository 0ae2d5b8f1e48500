import { AtSign, CircleDot } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../ui/filters/choice-filter";
import { FilterBar } from "../../ui/filters/filter-bar";
import { PeriodFilter } from "../../ui/filters/period-filter";
import { SearchField } from "../../ui/filters/search-field";
import { SIGNS, STATUSES } from "../../ui/text/status";
import type { EmailFilters } from "../filters";
import { looksWhole } from "./addresses";
import { MoreFilters } from "./more-filters";

interface Props {
  filters: EmailFilters;
  change(filters: EmailFilters): void;
}

export function EmailFilterBar({ filters, change }: Props) {
  const { t } = useTranslation(["emails", "ui"]);
  const set = (some: EmailFilters) => change({ ...filters, ...some });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField label={t("filter.q")} hotkey="/" value={filters.q} change={(q) => set({ q })} />
      <SearchField
        label={t("filter.recipient")}
        icon={AtSign}
        value={filters.recipient}
        change={(recipient) => set({ recipient })}
        ready={looksWhole}
      />
      <ChoiceFilter
        label={t("filter.status")}
        value={filters.status}
        change={(status) => set({ status })}
        icon={CircleDot}
        choices={STATUSES.map((value) => ({
          value,
          label: t(`ui:status.${value}`),
          icon: SIGNS[value].icon,
        }))}
      />
      <PeriodFilter value={filters} change={({ from, to }) => set({ from, to })} />
      <MoreFilters filters={filters} set={set} />
    </FilterBar>
  );
}
