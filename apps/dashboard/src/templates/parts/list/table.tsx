import { FileCode2, SearchX } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { DataTable } from "../../../ui/table/data-table";
import type { ListedTemplate } from "../../template";
import { templateColumns } from "./columns";
import { RowMenu } from "./row-menu";

interface Props {
  templates: ListedTemplate[];
  /** There are templates, and the filters leave these of them. */
  filtered: boolean;
}

export function TemplateTable({ templates, filtered }: Props) {
  const { t } = useTranslation("templates");
  const may = useMay("developer");
  const columns = useMemo(
    () => [
      ...templateColumns(t),
      ...(may
        ? [
            {
              id: "acts",
              header: "",
              label: t("more"),
              width: "48px",
              align: "end",
              cell: (template: ListedTemplate) => <RowMenu template={template} />,
            } as const,
          ]
        : []),
    ],
    [t, may],
  );
  if (templates.length === 0)
    return filtered ? (
      <EmptyState icon={SearchX} title={t("none.filtered")} />
    ) : (
      <EmptyState icon={FileCode2} title={t("none.title")}>
        {t("none.lead")}
      </EmptyState>
    );
  return <DataTable label={t("title")} columns={columns} rows={templates} rowId={({ id }) => id} />;
}
