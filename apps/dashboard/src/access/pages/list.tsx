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
import { later } from "../../ui/later/later";
import { laterDialog } from "../../ui/later/later-dialog";
import { useAsked } from "../../ui/later/use-asked";
import { Page } from "../../ui/page/page";
import { ExportRows } from "../../ui/table/export-rows";
import { keyColumns } from "../parts/columns";
import { KeyFilterBar } from "../parts/filter-bar";
import { KeyTable } from "../parts/table";
import { keysQuery } from "../queries";
import { fits, type KeySearch } from "../search";

const KeyDrawer = later(() => import("../parts/key-drawer"), "KeyDrawer");
const NewKey = laterDialog(() => import("../parts/new-key"), "NewKey");

export function KeysPage() {
  const { t } = useTranslation("access");
  const search = useSearch({ from: "/shell/api-keys" });
  const navigate = useNavigate({ from: "/api-keys" });
  const may = useMay("developer");
  const keys = useQuery(keysQuery(useApi()));
  const { open, ...filters } = search;
  const asked = useAsked(open !== undefined && open !== "new");
  const show = (next: KeySearch) => void navigate({ search: next, replace: true });
  const begin = () => show({ ...filters, open: "new" });
  const close = () => show(filters);
  useKeys(may ? { n: begin } : {});
  const actions = (
    <>
      <ExportRows name="api-keys" columns={keyColumns(t, filters)} rows={keys.data ?? []} />
      {may && (
        <Button leftSection={<Plus size={14} />} onClick={begin}>
          {t("new.action")}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={actions}>
      <KeyFilterBar search={filters} change={show} />
      <Shown of={keys} skeleton={<RowSkeletons />}>
        {(all) => (
          <>
            <KeyTable
              keys={all.filter((key) => fits(key, filters))}
              filtered={all.length > 0}
              search={filters}
            />
            {asked && <KeyDrawer apiKey={all.find(({ id }) => id === open)} close={close} />}
          </>
        )}
      </Shown>
      {may && <NewKey opened={open === "new"} close={close} />}
    </Page>
  );
}
