import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MoreRows } from "../ui/table/more";
import type { List } from "./answers";

/** The rows of a list that was read page by page, and the way to those that are left. */
export function usePages<Row>(list: UseInfiniteQueryResult<InfiniteData<List<Row>>>): {
  rows: Row[];
  more: MoreRows;
} {
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ data }) => data) ?? [], [pages]);
  const more = {
    has: list.hasNextPage,
    loading: list.isFetchingNextPage,
    load: () => void list.fetchNextPage(),
  };
  return { rows, more };
}
