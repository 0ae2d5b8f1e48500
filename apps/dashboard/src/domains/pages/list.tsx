import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useLive } from "../../live/live";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { laterDialog } from "../../ui/later/later-dialog";
import { Page } from "../../ui/page/page";
import { ExportRows } from "../../ui/table/export-rows";
import { domainColumns } from "../parts/columns";
import { LiveWorldNote } from "../parts/live-world-note";
import { DomainTable } from "../parts/table";
import { domainsQuery } from "../queries";
import { useManaging } from "../use-managing";

const AddDomain = laterDialog(() => import("../parts/add-domain"), "AddDomain");

export function DomainsPage() {
  const { t } = useTranslation("domains");
  const { open } = useSearch({ from: "/shell/domains" });
  const navigate = useNavigate({ from: "/domains" });
  const managing = useManaging();
  const domains = useQuery(domainsQuery(useApi()));
  const pending = domains.data?.some(({ status }) => status === "pending") ?? false;
  useLive(() => domains.refetch(), pending);
  const begin = () => void navigate({ search: { open: "new" }, replace: true });
  const close = () => void navigate({ search: {}, replace: true });
  useKeys(managing ? { n: begin } : {});
  const actions = (
    <>
      <ExportRows name="domains" columns={domainColumns(t)} rows={domains.data ?? []} />
      {managing && (
        <Button leftSection={<Plus size={14} />} onClick={begin}>
          {t("add.action")}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={actions}>
      <LiveWorldNote />
      <Shown of={domains} skeleton={<RowSkeletons rows={4} />}>
        {(all) => <DomainTable domains={all} />}
      </Shown>
      {managing && <AddDomain opened={open === "new"} close={close} />}
    </Page>
  );
}
