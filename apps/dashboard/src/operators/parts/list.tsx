import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import type { List } from "../answers";
import { usePages } from "../use-pages";

interface Props<Row> {
  label: string;
  list: UseInfiniteQueryResult<InfiniteData<List<Row>>>;
  columns: Column<Row>[];
  empty: { icon: LucideIcon; title: string; lead: ReactNode };
}

/** A long list of operators', with what stands in its place while it is empty. */
export function AdminList<Row extends { id: string }>({ label, list, columns, empty }: Props<Row>) {
  const { rows, more } = usePages(list);
  return (
    <Shown of={list} skeleton={<RowSkeletons />}>
      {() =>
        rows.length === 0 ? (
          <EmptyState icon={empty.icon} title={empty.title}>
            {empty.lead}
          </EmptyState>
        ) : (
          <DataTable
            label={label}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            more={more}
            stale={list.isPlaceholderData}
          />
        )
      }
    </Shown>
  );
}
