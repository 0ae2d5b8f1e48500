import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useLive } from "../../live/live";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { laterDialog } from "../../ui/later/later-dialog";
import { Page } from "../../ui/page/page";
import { ExportRows } from "../../ui/table/export-rows";
import { webhookColumns } from "../parts/columns";
import { WebhookTable } from "../parts/table";
import { webhooksQuery } from "../queries";

const NewEndpoint = laterDialog(() => import("../parts/new-endpoint"), "NewEndpoint");

export function WebhooksPage() {
  const { t } = useTranslation("webhooks");
  const { open } = useSearch({ from: "/shell/webhooks" });
  const navigate = useNavigate({ from: "/webhooks" });
  const may = useMay("developer");
  const webhooks = useQuery(webhooksQuery(useApi()));
  useLive(() => webhooks.refetch(), webhooks.isSuccess);
  const begin = () => void navigate({ search: { open: "new" }, replace: true });
  const close = () => void navigate({ search: {}, replace: true });
  useKeys(may ? { n: begin } : {});
  const actions = (
    <>
      <ExportRows name="webhooks" columns={webhookColumns(t)} rows={webhooks.data ?? []} />
      {may && (
        <Button leftSection={<Plus size={14} />} onClick={begin}>
          {t("new.action")}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={actions}>
      <Shown of={webhooks} skeleton={<RowSkeletons rows={4} />}>
        {(all) => <WebhookTable webhooks={all} />}
      </Shown>
      {may && <NewEndpoint opened={open === "new"} close={close} />}
    </Page>
  );
}
