import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { laterDialog } from "../../ui/later/later-dialog";
import { Page } from "../../ui/page/page";
import { fits, type ListSearch } from "../filters";
import { ListBar } from "../parts/list-bar";
import { segmentColumns } from "../parts/segments/columns";
import { SegmentTable } from "../parts/segments/table";
import { segmentsQuery } from "../queries";

const SegmentDialog = laterDialog(() => import("../parts/segments/segment-dialog"), "SegmentDialog");

export function SegmentsPage() {
  const { t } = useTranslation("audiences");
  const { open, ...search } = useSearch({ from: "/shell/segments" });
  const navigate = useNavigate({ from: "/segments" });
  const may = useMay("developer");
  const segments = useQuery(segmentsQuery(useApi()));
  const show = (next: ListSearch) => void navigate({ search: next, replace: true });
  const openDialog = (id: string) => show({ ...search, open: id });
  const changed = segments.data?.find(({ id }) => id === open);
  useKeys(may ? { n: () => openDialog("new") } : {});
  const actions = may && (
    <Button leftSection={<Plus size={14} />} onClick={() => openDialog("new")}>
      {t("segments.new")}
    </Button>
  );
  return (
    <Page title={t("segments.title")} lead={t("segments.lead")} actions={actions}>
      <ListBar search={search} change={show} />
      <Shown of={segments} skeleton={<RowSkeletons rows={4} />}>
        {(all) => (
          <SegmentTable
            segments={all.filter((segment) => fits(segment, search))}
            columns={segmentColumns(t, may ? openDialog : undefined)}
            filtered={all.length > 0}
          />
        )}
      </Shown>
      <SegmentDialog
        segment={changed}
        opened={may && (open === "new" || changed !== undefined)}
        close={() => show(search)}
      />
    </Page>
  );
}
