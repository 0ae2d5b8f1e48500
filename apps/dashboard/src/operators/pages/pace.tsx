import { useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { DataTable } from "../../ui/table/data-table";
import { useAdmin } from "../admin";
import { ExportRows } from "../../ui/table/export-rows";
import { OperatorFrame } from "../parts/frame";
import { paceColumns } from "../parts/columns/pace";
import { pacesQuery } from "../queries";

export function PacePage() {
  const { t, i18n } = useTranslation("operators");
  const paces = useQuery(pacesQuery(useAdmin()));
  const columns = useMemo(() => paceColumns(t, i18n.language), [t, i18n.language]);
  return (
    <OperatorFrame
      part="pace"
      actions={<ExportRows name="pace" columns={columns} rows={paces.data?.data ?? []} />}
    >
      <Shown of={paces} skeleton={<RowSkeletons />}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={Gauge} title={t("pace.none")}>
              {t("pace.noneLead")}
            </EmptyState>
          ) : (
            <DataTable
              label={t("part.pace")}
              columns={columns}
              rows={data}
              rowId={({ route, domain }) => `${route} ${domain}`}
            />
          )
        }
      </Shown>
    </OperatorFrame>
  );
}
