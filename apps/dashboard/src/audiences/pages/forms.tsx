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
import { codeOf, codeTo, fits, type ListSearch } from "../filters";
import { formColumns } from "../parts/forms/columns";
import { FormTable } from "../parts/forms/table";
import { ListBar } from "../parts/list-bar";
import { formsQuery } from "../queries";

const FormDialog = laterDialog(() => import("../parts/forms/form-dialog"), "FormDialog");
const CodeDialog = laterDialog(() => import("../parts/forms/code-dialog"), "CodeDialog");

export function FormsPage() {
  const { t } = useTranslation("audiences");
  const { open, ...search } = useSearch({ from: "/shell/forms" });
  const navigate = useNavigate({ from: "/forms" });
  const may = useMay("developer");
  const forms = useQuery(formsQuery(useApi()));
  const show = (next: ListSearch) => void navigate({ search: next, replace: true });
  const openDialog = (id: string) => show({ ...search, open: id });
  const changed = forms.data?.find(({ id }) => id === open);
  const pasted = forms.data?.find(({ id }) => codeTo(id) === open);
  useKeys(may ? { n: () => openDialog("new") } : {});
  const actions = may && (
    <Button leftSection={<Plus size={14} />} onClick={() => openDialog("new")}>
      {t("forms.new")}
    </Button>
  );
  return (
    <Page title={t("forms.title")} lead={t("forms.lead")} actions={actions}>
      <ListBar search={search} change={show} />
      <Shown of={forms} skeleton={<RowSkeletons rows={4} />}>
        {(all) => (
          <FormTable
            forms={all.filter((form) => fits(form, search))}
            columns={formColumns(t, {
              showCode: (id) => openDialog(codeTo(id)),
              ...(may && { edit: openDialog }),
            })}
            filtered={all.length > 0}
          />
        )}
      </Shown>
      <FormDialog
        form={changed}
        opened={may && (open === "new" || changed !== undefined)}
        close={() => show(search)}
        written={({ id }) => (changed ? show(search) : openDialog(codeTo(id)))}
      />
      <CodeDialog form={pasted} opened={codeOf(open) !== undefined} close={() => show(search)} />
    </Page>
  );
}
