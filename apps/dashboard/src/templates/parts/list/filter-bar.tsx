import { CircleDot } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../../ui/filters/choice-filter";
import { FilterBar } from "../../../ui/filters/filter-bar";
import { SearchField } from "../../../ui/filters/search-field";
import { STATUSES, type TemplateFilters } from "../../filters";

interface Props {
  filters: TemplateFilters;
  change(filters: TemplateFilters): void;
}

export function TemplateFilterBar({ filters, change }: Props) {
  const { t } = useTranslation("templates");
  const set = (some: TemplateFilters) => change({ ...filters, ...some });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField label={t("filter.q")} hotkey="/" value={filters.q} change={(q) => set({ q })} />
      <ChoiceFilter
        label={t("column.status")}
        icon={CircleDot}
        value={filters.status}
        change={(status) => set({ status })}
        choices={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
    </FilterBar>
  );
}
