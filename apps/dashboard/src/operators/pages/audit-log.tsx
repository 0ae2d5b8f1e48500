import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Building2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAuditColumns } from "../../ui/audit/columns";
import { AuditTable } from "../../ui/audit/table";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { FilterBar } from "../../ui/filters/filter-bar";
import { SearchField } from "../../ui/filters/search-field";
import { useAdmin } from "../admin";
import { auditRow } from "../audit";
import { ExportRows } from "../../ui/table/export-rows";
import { OperatorFrame } from "../parts/frame";
import { auditQuery } from "../queries";
import { usePages } from "../use-pages";

const ACCOUNT_ID = /^acc_[0-9a-z]{20,}$/;

export function AuditLogPage() {
  const { t } = useTranslation("operators");
  const filters = useSearch({ from: "/shell/operator/audit-log" });
  const navigate = useNavigate({ from: "/operator/audit-log" });
  const log = useInfiniteQuery(auditQuery(useAdmin(), filters));
  const columns = useAuditColumns();
  const { rows, more } = usePages(log);
  const entries = useMemo(() => rows.map(auditRow), [rows]);
  return (
    <OperatorFrame part="audit" actions={<ExportRows name="audit-log" columns={columns} rows={entries} />}>
      <FilterBar {...(filters.account !== undefined && { clear: () => void navigate({ search: {} }) })}>
        <SearchField
          label={t("audit.account")}
          hotkey="/"
          icon={Building2}
          value={filters.account}
          change={(account) =>
            void navigate({ search: account === undefined ? {} : { account }, replace: true })
          }
          ready={(text) => ACCOUNT_ID.test(text)}
        />
      </FilterBar>
      <Shown of={log} skeleton={<RowSkeletons />}>
        {() => <AuditTable entries={entries} more={more} ofAll />}
      </Shown>
    </OperatorFrame>
  );
}
