import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { laterDialog } from "../../ui/later/later-dialog";
import { Page } from "../../ui/page/page";
import type { SuppressionSearch } from "../filters";
import { ListActions } from "../parts/list-actions";
import { SuppressionFilterBar } from "../parts/filter-bar";
import { SuppressionTable } from "../parts/table";
import { suppressionsQuery } from "../queries";

const AddSuppressions = laterDialog(() => import("../parts/add"), "AddSuppressions");
const ImportSuppressions = laterDialog(() => import("../parts/import"), "ImportSuppressions");

export function SuppressionsPage() {
  const { t } = useTranslation("suppressions");
  const { open, ...filters } = useSearch({ from: "/shell/suppressions" });
  const navigate = useNavigate({ from: "/suppressions" });
  const may = useMay("developer");
  const list = useInfiniteQuery({
    ...suppressionsQuery(useApi(), filters),
    placeholderData: (last) => last,
  });
  const show = (search: SuppressionSearch) => void navigate({ search, replace: true });
  const openWindow = (name: "new" | "import") => show({ ...filters, open: name });
  const close = () => show(filters);
  useKeys(may ? { n: () => openWindow("new") } : {});
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={<ListActions filters={filters} may={may} open={openWindow} />}
    >
      <SuppressionFilterBar filters={filters} change={show} />
      <Shown of={list} skeleton={<RowSkeletons />}>
        {({ pages }) => (
          <SuppressionTable
            suppressions={pages.flatMap(({ data }) => data)}
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
      <AddSuppressions opened={may && open === "new"} close={close} />
      <ImportSuppressions opened={may && open === "import"} close={close} />
    </Page>
  );
}
