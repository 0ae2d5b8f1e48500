import { useTranslation } from "react-i18next";
import { FilterBar } from "../../ui/filters/filter-bar";
import { SearchField } from "../../ui/filters/search-field";
import type { ListSearch } from "../filters";

interface Props {
  search: ListSearch;
  change(search: ListSearch): void;
}

/** Over a list that is wholly there. */
export function ListBar({ search, change }: Props) {
  const { t } = useTranslation("audiences");
  return (
    <FilterBar {...(search.q !== undefined && { clear: () => change({}) })}>
      <SearchField
        label={t("filter.name")}
        hotkey="/"
        value={search.q}
        change={(q) => change(q === undefined ? {} : { q })}
      />
    </FilterBar>
  );
}
