import { CircleDot, Split } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../ui/filters/choice-filter";
import { FilterBar } from "../../ui/filters/filter-bar";
import { SearchField } from "../../ui/filters/search-field";
import { type Filters, ORIGINS, REASONS } from "../filters";

interface Props {
  filters: Filters;
  change(filters: Filters): void;
}

export function SuppressionFilterBar({ filters, change }: Props) {
  const { t } = useTranslation("suppressions");
  const set = (some: Filters) => change({ ...filters, ...some });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField label={t("filter.q")} hotkey="/" value={filters.q} change={(q) => set({ q })} />
      <ChoiceFilter
        label={t("column.reason")}
        icon={CircleDot}
        value={filters.reason}
        change={(reason) => set({ reason })}
        choices={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <ChoiceFilter
        label={t("filter.origin")}
        icon={Split}
        value={filters.origin}
        change={(origin) => set({ origin })}
        choices={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
      />
    </FilterBar>
  );
}
