import { useQuery } from "@tanstack/react-query";
import { BookCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { DataTable } from "../../ui/table/data-table";
import { useAdmin } from "../admin";
import { ExportRows } from "../../ui/table/export-rows";
import { OperatorFrame } from "../parts/frame";
import { ledgerColumns } from "../parts/columns/ledger";
import { ledgerQuery } from "../queries";

/** Whether as many recipients are there as were accepted, hour by hour. */
export function LedgerPage() {
  const { t, i18n } = useTranslation("operators");
  const ledger = useQuery(ledgerQuery(useAdmin()));
  const columns = useMemo(() => ledgerColumns(t, i18n.language), [t, i18n.language]);
  return (
    <OperatorFrame
      part="ledger"
      actions={<ExportRows name="ledger" columns={columns} rows={ledger.data?.data ?? []} />}
    >
      <Shown of={ledger} skeleton={<RowSkeletons />}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={BookCheck} title={t("ledger.none")}>
              {t("ledger.noneLead")}
            </EmptyState>
          ) : (
            <DataTable label={t("part.ledger")} columns={columns} rows={data} rowId={({ hour }) => hour} />
          )
        }
      </Shown>
    </OperatorFrame>
  );
}
