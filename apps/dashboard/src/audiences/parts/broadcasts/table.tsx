import type { ListedBroadcast } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useMay } from "../../../session/current";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { DataTable } from "../../../ui/table/data-table";
import type { MoreRows } from "../../../ui/table/more";
import { segmentsQuery } from "../../queries";
import { broadcastColumns } from "./columns";

interface Props {
  broadcasts: ListedBroadcast[];
  /** What makes the first. */
  action: ReactNode;
  more: MoreRows;
}

export function BroadcastTable({ broadcasts, action, more }: Props) {
  const { t, i18n } = useTranslation("broadcasts");
  const may = useMay("developer");
  const { data: segments } = useQuery(segmentsQuery(useApi()));
  const { language } = i18n;
  const columns = useMemo(() => {
    const names = new Map(segments?.map(({ id, name }) => [id, name]));
    return broadcastColumns({ t, language, segmentOf: (id) => names.get(id), may });
  }, [t, language, segments, may]);
  if (broadcasts.length === 0)
    return (
      <EmptyState icon={Radio} title={t("none.title")} action={action}>
        {t("none.lead")}
      </EmptyState>
    );
  return (
    <DataTable label={t("title")} columns={columns} rows={broadcasts} rowId={({ id }) => id} more={more} />
  );
}
