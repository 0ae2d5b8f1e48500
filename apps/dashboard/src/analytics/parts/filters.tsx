import { Button } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import bar from "../../ui/filters/filter-bar.module.css";
import { FilterBar } from "../../ui/filters/filter-bar";
import { filtersOf, widened, withoutFilters } from "../narrowing";
import { useNames } from "../use-names";
import type { AnalyticsView } from "../view";

interface Props {
  view: AnalyticsView;
  go(view: AnalyticsView): void;
}

/** What the page is of alone; each can be taken away. Shows nothing where it is of all mail. */
export function Filters({ view, go }: Props) {
  const { t } = useTranslation("analytics");
  const filters = filtersOf(view);
  const nameOf = useNames(filters.map(([dimension]) => dimension));
  if (filters.length === 0) return null;
  return (
    <FilterBar {...(filters.length > 1 && { clear: () => go(withoutFilters(view)) })}>
      {filters.map(([dimension, value]) => {
        const name = `${t(`dimension.${dimension}`)}: ${nameOf(dimension, value).text}`;
        return (
          <Button
            key={dimension}
            variant="default"
            className={bar.choice}
            data-set
            aria-label={t("filter.remove", { name })}
            rightSection={<X size={13} aria-hidden />}
            onClick={() => go(widened(view, dimension))}
          >
            {name}
          </Button>
        );
      })}
    </FilterBar>
  );
}
