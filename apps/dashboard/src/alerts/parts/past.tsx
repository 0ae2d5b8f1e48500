import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleDot } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { ChoiceFilter } from "../../ui/filters/choice-filter";
import { FilterBar } from "../../ui/filters/filter-bar";
import { Section } from "../../ui/page/section";
import { DataTable } from "../../ui/table/data-table";
import { type Filters, KINDS } from "../filters";
import { pastQuery } from "../queries";
import classes from "./alerts.module.css";
import { pastColumns } from "./past-columns";

interface Props {
  filters: Filters;
  change(filters: Filters): void;
}

/** What was the matter, the newest first. */
export function Past({ filters, change }: Props) {
  const { t } = useTranslation("alerts");
  const past = useInfiniteQuery({ ...pastQuery(useApi(), filters), placeholderData: (last) => last });
  const columns = useMemo(() => pastColumns(t), [t]);
  return (
    <Section title={t("past")} plain>
      <FilterBar {...(filters.kind && { clear: () => change({}) })}>
        <ChoiceFilter
          label={t("column.kind")}
          icon={CircleDot}
          value={filters.kind}
          change={(kind) => change(kind ? { kind } : {})}
          choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </FilterBar>
      <Shown of={past} skeleton={<RowSkeletons rows={3} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          return rows.length === 0 ? (
            <p className={classes.calm}>{t("past.none")}</p>
          ) : (
            <DataTable
              label={t("past")}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              stale={past.isPlaceholderData}
              more={{
                has: past.hasNextPage,
                loading: past.isFetchingNextPage,
                load: () => void past.fetchNextPage(),
              }}
            />
          );
        }}
      </Shown>
    </Section>
  );
}
