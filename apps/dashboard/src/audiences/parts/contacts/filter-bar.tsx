import { CircleDot } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../../ui/filters/choice-filter";
import { FilterBar } from "../../../ui/filters/filter-bar";
import { SearchField } from "../../../ui/filters/search-field";
import { type ContactFilters, STATES } from "../../filters";
import { SegmentFilter } from "./segment-filter";

interface Props {
  filters: ContactFilters;
  change(filters: ContactFilters): void;
}

export function ContactFilterBar({ filters, change }: Props) {
  const { t } = useTranslation("audiences");
  const set = (some: ContactFilters) => change({ ...filters, ...some });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField label={t("filter.q")} hotkey="/" value={filters.q} change={(q) => set({ q })} />
      <SegmentFilter value={filters.segment} change={(segment) => set({ segment })} />
      <ChoiceFilter
        label={t("column.state")}
        icon={CircleDot}
        value={filters.state}
        change={(state) => set({ state })}
        choices={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterBar>
  );
}
