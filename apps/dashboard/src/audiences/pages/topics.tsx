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
import { topicColumns } from "../parts/topics/columns";
import { TopicTable } from "../parts/topics/table";
import { topicsQuery } from "../queries";

const TopicDialog = laterDialog(() => import("../parts/topics/topic-dialog"), "TopicDialog");

export function TopicsPage() {
  const { t } = useTranslation("audiences");
  const { open, ...search } = useSearch({ from: "/shell/topics" });
  const navigate = useNavigate({ from: "/topics" });
  const may = useMay("developer");
  const topics = useQuery(topicsQuery(useApi()));
  const show = (next: ListSearch) => void navigate({ search: next, replace: true });
  const openDialog = (id: string) => show({ ...search, open: id });
  const changed = topics.data?.find(({ id }) => id === open);
  useKeys(may ? { n: () => openDialog("new") } : {});
  const actions = may && (
    <Button leftSection={<Plus size={14} />} onClick={() => openDialog("new")}>
      {t("topics.new")}
    </Button>
  );
  return (
    <Page title={t("topics.title")} lead={t("topics.lead")} actions={actions}>
      <ListBar search={search} change={show} />
      <Shown of={topics} skeleton={<RowSkeletons rows={4} />}>
        {(all) => (
          <TopicTable
            topics={all.filter((topic) => fits(topic, search))}
            columns={topicColumns(t, may ? openDialog : undefined)}
            filtered={all.length > 0}
          />
        )}
      </Shown>
      <TopicDialog
        topic={changed}
        opened={may && (open === "new" || changed !== undefined)}
        close={() => show(search)}
      />
    </Page>
  );
}
