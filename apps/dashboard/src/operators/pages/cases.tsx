import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAdmin } from "../admin";
import { caseColumns } from "../parts/columns/case";
import { ExportRows } from "../../ui/table/export-rows";
import { OperatorFrame } from "../parts/frame";
import { AdminList } from "../parts/list";
import { casesQuery } from "../queries";
import { usePages } from "../use-pages";

export function CasesPage() {
  const { t, i18n } = useTranslation("operators");
  const cases = useInfiniteQuery(casesQuery(useAdmin()));
  const columns = useMemo(() => caseColumns(t, i18n.language), [t, i18n.language]);
  const { rows } = usePages(cases);
  return (
    <OperatorFrame part="cases" actions={<ExportRows name="review-cases" columns={columns} rows={rows} />}>
      <AdminList
        label={t("part.cases")}
        list={cases}
        columns={columns}
        empty={{ icon: ShieldCheck, title: t("cases.none"), lead: t("cases.noneLead") }}
      />
    </OperatorFrame>
  );
}
