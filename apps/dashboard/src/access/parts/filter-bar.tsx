import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ChoiceFilter } from "../../ui/filters/choice-filter";
import { FilterBar } from "../../ui/filters/filter-bar";
import { SearchField } from "../../ui/filters/search-field";
import { KEY_MODES, type KeySearch } from "../search";

interface Props {
  search: KeySearch;
  change(search: KeySearch): void;
}

export function KeyFilterBar({ search, change }: Props) {
  const { t } = useTranslation("access");
  const filtered = search.q !== undefined || search.mode !== undefined;
  return (
    <FilterBar {...(filtered && { clear: () => change({}) })}>
      <SearchField
        label={t("filter.q")}
        hotkey="/"
        value={search.q}
        change={(q) => change({ ...search, q })}
      />
      <ChoiceFilter
        label={t("filter.mode")}
        icon={FlaskConical}
        value={search.mode}
        change={(mode) => change({ ...search, mode })}
        choices={KEY_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
    </FilterBar>
  );
}
