import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Page } from "../../ui/page/page";
import type { LogFilters } from "../filters";
import { ExportLogs } from "../parts/export";
import { LogFilterBar } from "../parts/filter-bar";
import { LogTable } from "../parts/table";
import { keyNamesQuery, logsQuery } from "../queries";

export function LogsPage() {
  const { t } = useTranslation("logs");
  const filters = useSearch({ from: "/shell/logs" });
  const navigate = useNavigate({ from: "/logs" });
  const api = useApi();
  const { data: keys = [] } = useQuery(keyNamesQuery(api));
  const list = useInfiniteQuery({ ...logsQuery(api, filters), placeholderData: (last) => last });
  const change = (search: LogFilters) => void navigate({ search, replace: true });
  return (
    <Page title={t("title")} lead={t("lead")} actions={<ExportLogs filters={filters} />}>
      <LogFilterBar filters={filters} change={change} keys={keys} />
      <Shown of={list} skeleton={<RowSkeletons />}>
        {({ pages }) => (
          <LogTable
            logs={pages.flatMap(({ data }) => data)}
            keys={keys}
            filtered={Object.keys(filters).length > 0}
            stale={list.isPlaceholderData}
            more={{
              has: list.hasNextPage,
              loading: list.isFetchingNextPage,
              load: () => void list.fetchNextPage(),
            }}
          />
        )}
      </Shown>
    </Page>
  );
}
