import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download, Plus } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { laterDialog } from "../../ui/later/later-dialog";
import { Page } from "../../ui/page/page";
import { save, toCsv } from "../../ui/table/export-csv";
import { fitting, type TemplateFilters } from "../filters";
import { templateColumns } from "../parts/list/columns";
import { TemplateFilterBar } from "../parts/list/filter-bar";
import { TemplateTable } from "../parts/list/table";
import { templatesQuery } from "../queries";
import type { ListedTemplate } from "../template";

const NewTemplate = laterDialog(() => import("../parts/list/new-template"), "NewTemplate");

const NONE: ListedTemplate[] = [];

export function TemplatesPage() {
  const { t } = useTranslation(["templates", "ui"]);
  const may = useMay("developer");
  const filters = useSearch({ from: "/shell/templates" });
  const navigate = useNavigate({ from: "/templates" });
  const templates = useQuery(templatesQuery(useApi()));
  const all = templates.data ?? NONE;
  const found = useMemo(() => fitting(all, filters), [all, filters]);
  const [making, { open, close }] = useDisclosure();
  useKeys({ n: () => may && open() });
  const change = (next: TemplateFilters) => void navigate({ search: next, replace: true });
  const actions = (
    <>
      {all.length > 0 && (
        <Button
          variant="default"
          leftSection={<Download size={14} />}
          onClick={() => save("templates.csv", toCsv(templateColumns(t), found))}
        >
          {t("ui:export")}
        </Button>
      )}
      {may && (
        <Button leftSection={<Plus size={14} />} onClick={open}>
          {t("new.action")}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={actions}>
      {all.length > 0 && <TemplateFilterBar filters={filters} change={change} />}
      <Shown of={templates} skeleton={<RowSkeletons />}>
        {() => <TemplateTable templates={found} filtered={all.length > 0} />}
      </Shown>
      <NewTemplate opened={making} close={close} />
    </Page>
  );
}
