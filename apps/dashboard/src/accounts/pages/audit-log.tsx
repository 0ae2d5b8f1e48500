import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { AuditTable } from "../../ui/audit/table";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { rowOf } from "../audit";
import { ExportAudit } from "../parts/export-audit";
import { SettingsFrame } from "../parts/frame";
import { auditQuery } from "../queries";

export function AuditLogPage() {
  const may = useMay("admin");
  const log = useInfiniteQuery(auditQuery(useApi()));
  const pages = log.data?.pages;
  const entries = useMemo(() => pages?.flatMap(({ data }) => data.map(rowOf)) ?? [], [pages]);
  const more = {
    has: log.hasNextPage,
    loading: log.isFetchingNextPage,
    load: () => void log.fetchNextPage(),
  };
  return (
    <SettingsFrame part="audit-log" actions={may && <ExportAudit />}>
      <Shown of={log} skeleton={<RowSkeletons />}>
        {() => <AuditTable entries={entries} more={more} />}
      </Shown>
    </SettingsFrame>
  );
}
