import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
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
import { broadcastsQuery } from "../broadcast-queries";
import { BroadcastTable } from "../parts/broadcasts/table";

const NewBroadcast = laterDialog(() => import("../parts/broadcasts/new-broadcast"), "NewBroadcast");

export function BroadcastsPage() {
  const { t } = useTranslation("broadcasts");
  const { open } = useSearch({ from: "/shell/broadcasts" });
  const navigate = useNavigate({ from: "/broadcasts" });
  const may = useMay("developer");
  const list = useInfiniteQuery(broadcastsQuery(useApi()));
  const openNew = () => void navigate({ search: { open: "new" }, replace: true });
  const close = () => void navigate({ search: {}, replace: true });
  useKeys(may ? { n: openNew } : {});
  const action = may && (
    <Button leftSection={<Plus size={14} />} onClick={openNew}>
      {t("new.action")}
    </Button>
  );
  const isEmpty = list.data?.pages[0]?.data.length === 0;
  return (
    <Page title={t("title")} lead={t("lead")} actions={!isEmpty && action}>
      <Shown of={list} skeleton={<RowSkeletons rows={4} />}>
        {({ pages }) => (
          <BroadcastTable
            broadcasts={pages.flatMap(({ data }) => data)}
            action={action}
            more={{
              has: list.hasNextPage,
              loading: list.isFetchingNextPage,
              load: () => void list.fetchNextPage(),
            }}
          />
        )}
      </Shown>
      <NewBroadcast opened={may && open === "new"} close={close} />
    </Page>
  );
}
